# pymp: python=2
"""In Python 2 an exception has the arguments that its `__init__` passes on."""


class Own(Exception):
    def __init__(self, value):
        self.value = value


class Passing(ValueError):
    def __init__(self, value):
        ValueError.__init__(self, value, 1)


class Silent(IOError):
    def __init__(self, value):
        pass


class Key(KeyError):
    def __init__(self, *args):
        pass


for cls in Own, Passing, Silent, Key:
    try:
        raise cls('x')
    except Exception as e:
        print repr(e), e.args, repr(str(e)), repr(e.message)
try:
    raise Own, 'y'
except Own as e:
    print repr(e), e.value
print repr(Own.__new__(Own, 1, 2)), repr(ValueError.__new__(ValueError, 3)), repr(ValueError(3))
