# pymp: python=3
"""What the class machinery refuses or asks for: slots, methods that cannot be got, lengths before items."""


def refuse(self):
    raise AttributeError('refused')


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Equal:
    __eq__ = property(refuse)
    __lt__ = property(refuse)


class Made:
    __init__ = property(refuse)


class Sized:
    __len__ = property(refuse)
    __bool__ = property(refuse)
    __add__ = property(refuse)


attempt(lambda: Equal() == Equal())
attempt(lambda: Equal() < Equal())
attempt(Made)
for use in len, bool, lambda o: o + 1:
    attempt(lambda: use(Sized()))


class Slotted:
    __slots__ = ('a',)


def local():
    class Inner:
        __slots__ = ('a',)

    inner = Inner()
    attempt(lambda: inner.a)
    attempt(lambda: inner.b)
    attempt(lambda: setattr(inner, 'c', 1))
    attempt(lambda: delattr(inner, 'c'))


local()
attempt(lambda: Slotted().a)
print(type(complex.real), type(slice.start), type(range.stop), type(super.__self__), complex.real, type(float.real))
for owner, name in (1j, 'real'), (slice(1), 'stop'), (range(3), 'start'):
    attempt(lambda: setattr(owner, name, 1))


class Box:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        print('length')
        return len(self.items)

    def __iter__(self):
        print('items')
        return iter(self.items)


class Hinted:
    def __length_hint__(self):
        print('hint')
        return 10

    def __iter__(self):
        return iter('ab')


class Wrong(Box):
    def __len__(self):
        raise ValueError('no length')


for fill in list, tuple, sorted, set, [].extend, lambda o: [*o], lambda o: ' '.join(map(str, o)):
    attempt(lambda: fill(Box(2, 1)))
    attempt(lambda: len(fill(Hinted()) or ()))
attempt(lambda: list(Wrong(1)))
attempt(lambda: list(Wrong(1).items))


class Name(str):
    pass


class Named:
    __slots__ = (Name('x'), 'y')


named = Named()
named.x = 5
print(named.x, Named.__slots__)
attempt(lambda: named.y)
