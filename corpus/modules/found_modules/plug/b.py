name = 'b'
