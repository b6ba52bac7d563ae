# pymp: python=2 mask=address
class Plain:
    kind = 'plain'

    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return '<Plain %d>' % self.n

    def __cmp__(self, other):
        return cmp(self.n, other.n)

    def __add__(self, other):
        return Plain(self.n + other.n)

    def __coerce__(self, other):
        return None

    def __nonzero__(self):
        return self.n > 0

    def __getslice__(self, i, j):
        return (i, j)


class Child(Plain):
    def __init__(self, n):
        Plain.__init__(self, n * 2)


a, b = Plain(3), Child(1)
print a, b, a > b, sorted([a, b]), a + b, bool(Plain(0)), a[1:5], a.kind, Child.__bases__
print type(a), a.__class__, isinstance(b, Plain), issubclass(Child, Plain), hasattr(a, 'missing')
try:
    a.missing
except AttributeError, error:
    print error
print Plain.__init__, a.__init__ == a.__init__


class Meta(type):
    def __new__(mcs, name, bases, attrs):
        attrs['made_by'] = mcs.__name__
        return type.__new__(mcs, name, bases, attrs)


class WithMeta(object):
    __metaclass__ = Meta

    def method(self):
        return 'm'


print WithMeta.made_by, WithMeta().method(), WithMeta.method
try:
    WithMeta.method()
except TypeError, error:
    print error


class Diamond(object):
    def who(self):
        return 'Diamond'


class L(Diamond):
    def who(self):
        return 'L' + super(L, self).who()


class R(Diamond):
    def who(self):
        return 'R' + super(R, self).who()


class LR(L, R):
    pass


print LR().who(), [c.__name__ for c in LR.__mro__], unicode(Plain(1)), str(LR).split('.')[1]
