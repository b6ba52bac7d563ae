# pymp: python=2,3
"""getattr, setattr, hasattr, delattr, vars, dir, type, callable, id and isinstance."""
from __future__ import print_function


class Box(object):
    shape = 'cube'

    def __init__(self):
        self.side = 2

    def volume(self):
        return self.side ** 3


box = Box()
print(getattr(box, 'side'), getattr(box, 'colour', 'none'), hasattr(box, 'volume'), hasattr(box, 'x'))
setattr(box, 'colour', 'red')
print(sorted(vars(box).items()))
del box.colour
delattr(box, 'side')
print(vars(box), Box.__dict__['shape'])
for name in ('side', 'colour'):
    try:
        getattr(box, name)
    except AttributeError as error:
        print(error)
try:
    None.anything
except AttributeError as error:
    print(error)
print([name for name in dir(box) if not name.startswith('_')])
Made = type('Made', (Box,), {'side': 5, 'double': lambda self: self.side * 2})
print(Made().volume(), Made().double(), Made.__name__, Made.__mro__[1] is Box, issubclass(Made, Box))
print(isinstance(box, (int, Box)), isinstance(1, object), type(box) is Box, callable(box), callable(Box))
print(id(box) == id(box), box is not Box(), isinstance(Box, type))


class Dynamic(object):
    def __getattr__(self, name):
        if name.startswith('get_'):
            return lambda: name[4:]
        raise AttributeError('no ' + name)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)


dynamic = Dynamic()
dynamic.x = 4
print(dynamic.x, dynamic.get_it(), hasattr(dynamic, 'other'), getattr(dynamic, 'other', 0))
