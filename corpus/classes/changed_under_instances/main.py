# pymp: python=2,3
"""What a class gets when it has instances already: properties, slots' successors, __getattribute__, below it too."""


class Stored(object):
    def __init__(self, x):
        self.x = x
        self.y = x + 0.5


class Below(Stored):
    pass


class Mixin(object):
    pass


class Mixed(Mixin, Stored):
    pass


def get(self):
    return ('property', self.__dict__['x'])


def put(self, value):
    self.__dict__['x'] = value * 10


def total(objects):
    result = 0
    for o in objects:
        result += o.y * 2
    return result


old = [cls(n) for n in range(50) for cls in (Stored, Below, Mixed)]
print(total(old))
Stored.x = property(get, put)
new = [cls(3) for cls in (Stored, Below, Mixed)]
for o in old[:3] + new:
    before = o.x
    o.x = 7
    print(before, o.x, sorted(o.__dict__.items()))
Stored.y = property(lambda self: 1000)
print(total(old), old[0].y, sorted(old[0].__dict__))
try:
    old[1].y = 5
except AttributeError:
    print('no setter')
del Stored.x
print([o.x for o in old[:3] + new], sorted(vars(old[4]).items()))
old[0].x = 'again'
print(old[0].x, old[3].x)


class Slotted(object):
    __slots__ = ('a', 'b')

    def __init__(self, a):
        self.a = a
        self.b = 1


slotted = [Slotted(n + 0.25) for n in range(100)]
print(sum(s.a * 2 for s in slotted))
Slotted.a = property(lambda self: 3)
print(sum(s.a * 2 for s in slotted), slotted[0].b)
member = Slotted.__dict__['b']
Slotted.b = 'class'
print(slotted[0].b, member.__get__(slotted[0], Slotted))


class Asked(object):
    def __init__(self):
        self.own = 1
        self.real = 2.5


asked = Asked()
Asked.__getattribute__ = lambda self, name: 'asked for ' + name
print(asked.own, asked.real, asked.missing)
print(sorted(object.__getattribute__(asked, '__dict__').items()))
