# pymp: python=2 mask=address
"""A `__del__` that raises, of an object that has no text any more."""
import sys

sys.stderr = sys.stdout


class Gone(object):
    def __repr__(self):
        raise ValueError('no text')

    def __del__(self):
        raise KeyError(1)


gone = Gone()
print 'before'
del gone
print 'after'
