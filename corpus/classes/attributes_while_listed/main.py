# pymp: python=2,3
# Attributes that come and go while `__dict__` is gone through: its size is what the object has at each step.
class Plain(object):
    def __init__(self):
        self.a = 1
        self.b = 2.5
        self.c = 'three'


class Covered(Plain):
    @property
    def late(self):
        return 'property'


class WithSlots(object):
    __slots__ = ('kept', '__dict__')

    def __init__(self):
        self.kept = 0
        self.x = 1
        self.y = 2


def told(o, change, view):
    seen = []
    try:
        for item in view(vars(o)):
            seen.append(item)
            if len(seen) == 1:
                change(o)
    except RuntimeError as e:
        return len(seen), str(e), sorted(vars(o))
    return len(seen), 'no error', sorted(vars(o))


def add(o):
    o.new = 1


def remove(o):
    del o.b


def exchange(o):
    del o.b
    o.new = 1


def again(o):
    del o.b
    o.b = 3


def call_and_exchange(o):
    o.method = len
    o.method('abc')
    del o.method
    o.p = 1


def into_dict(o):
    vars(o)['new'] = 1


def clear(o):
    vars(o).clear()


def other_value(o):
    o.a = 'text'
    o.b = 7
    o.c = 0.5


def beside(o):
    vars(o).__setitem__(3, 'int')


changes = [add, remove, call_and_exchange, into_dict, clear, other_value, beside]
for change in changes:
    for view in (iter, lambda d: d.items(), lambda d: list(d), lambda d: d.values()):
        o = Plain()
        try:
            print(change.__name__, told(o, change, view))
        except TypeError:
            # Names and ints are in no order.
            print(change.__name__, len(vars(o)))
for change in (exchange, again):
    o = Plain()
    print(change.__name__, told(o, change, lambda d: list(d))[2], len(vars(o)))


# Attributes deleted before, whose places are taken again.
def take_place(o):
    o.b = 9


o = Plain()
del o.b
print(told(o, take_place, iter))
o = Plain()
del o.b
o.b = 1
print(told(o, add, iter), len(o.__dict__))
o = Plain()
for _ in range(50):
    del o.b
    assert len(o.__dict__) == 2
    o.b = 1
    assert len(o.__dict__) == 3
print(told(o, remove, iter), list(o.__dict__) == ['a', 'c'])

# The same object again and again, with other names in between.
o = Plain()
for i in range(6):
    setattr(o, 'n%d' % i, float(i))
    del o.a
    o.a = i
    print(len(vars(o)), len(list(vars(o))), sorted(vars(o).items(), key=lambda pair: pair[0])[0])
    delattr(o, 'n%d' % i)
print(sorted(vars(o)))

# Floats that become something else, and the other way round.
o = Plain()
kinds = []
for value in (1.5, 'text', 2.5, 3, None, 4.5):
    o.b = value
    kinds.append((len(vars(o)), vars(o)['b']))
print(kinds)

print(told(Covered(), add, iter))
o = Covered()
vars(o)['late'] = 1
print(o.late, len(vars(o)), sorted(vars(o)))
print(told(o, remove, iter))
o = WithSlots()
print(len(vars(o)), sorted(vars(o)), told(o, add, iter))
del o.kept
print(len(vars(o)), sorted(vars(o)))

# A class that is changed while its instances have attributes.
o = Plain()
print(len(vars(o)))
Plain.a = property(lambda self: 'covers')
print(len(vars(o)), o.a, sorted(vars(o)))
del Plain.a
print(len(vars(o)), o.a, sorted(vars(o)))
o.__dict__ = {'other': 1, 'another': 2}
print(sorted(vars(o)), told(o, add, iter))
o.__class__ = Covered
print(sorted(vars(o)), told(o, lambda o: setattr(o, 'z', 1), iter))
shared = Plain()
shared.__dict__ = o.__dict__
shared.q = 1
print(len(vars(o)), sorted(vars(o)))


def function():
    pass


function.mark = 1
print(len(vars(function)), told(function, add, iter))
