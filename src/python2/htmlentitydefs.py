"""The names of characters in HTML."""

# The library, which is Python 3, has them under a name that programs do not see.
name2codepoint = __import__('@html.entities', {}, {}, ['name2codepoint']).name2codepoint
codepoint2name = dict((code, name) for name, code in name2codepoint.items())
entitydefs = dict((name, chr(code) if code < 256 else '&#%d;' % code) for name, code in name2codepoint.items())
