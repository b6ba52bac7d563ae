# pymp: python=2
"""An object that had an attribute, or whose __dict__ was asked for, says otherwise that it has none to delete."""


class Plain(object):
    pass


class Made(object):
    def __getattr__(self, name):
        return 'made ' + name


def attempt(f, *args):
    try:
        print f(*args)
    except Exception as error:
        print type(error).__name__, error


for cls in (Plain, Made):
    one = cls()
    attempt(delattr, one, 'y')
    one.__dict__
    attempt(delattr, one, 'y')
    two = cls()
    two.y = 1
    del two.y
    attempt(delattr, two, 'y')
for second in (5, (int, 5), [int], Plain()):
    attempt(issubclass, str, second)
