import sys
try:
    raise LookupError('other')
except LookupError:
    pass
print 'other', sys.exc_info()[0]
