# pymp: python=2,3
# Deletions and changes of attributes of what has none.
class A(object):
    def __init__(self, x):
        self.x = x


class M:
    pass


def f(x):
    pass


def delete(o):
    del o.x


def add(o):
    o.x += 1


f.x = 1
for action in delete, add:
    for o in A(1.5), A('s'), None, 5, 's', len, f, A, M(), 2.5, True, [], object(), ValueError('x'):
        for i in range(2):
            try:
                action(o)
                print(action.__name__, 'done', o.x if hasattr(o, 'x') else 'gone')
            except Exception as e:
                print(action.__name__, type(e).__name__, str(e))
for name in 'x', 'y':
    for o in None, A, M:
        try:
            delattr(o, name)
        except Exception as e:
            print(type(e).__name__, str(e))


# No __dict__: 3.13 says so, unless the class sets or deletes attributes in a way of its own.
class Slots(object):
    __slots__ = ('x', 'y')


class Sets(Slots):
    __slots__ = ()

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Deletes(Slots):
    __slots__ = ()

    def __delattr__(self, name):
        object.__delattr__(self, name)


class Below(Deletes):
    __slots__ = ()


def refusal(f, *args):
    try:
        print(f(*args))
    except AttributeError as e:
        print(str(e))


for cls in Slots, Sets, Deletes, Below:
    o = cls()
    for f in setattr, object.__setattr__:
        refusal(f, o, 'z', 1)
    for f in delattr, object.__delattr__:
        refusal(f, o, 'z')
Slots.__setattr__ = lambda self, name, value: None
del Slots.x
refusal(delattr, Slots(), 'x')
del Slots.__setattr__
refusal(delattr, Slots(), 'x')
