PI = 3
_hidden = 'not imported by *'
