# pymp: python=2
"""What operations say of an instance of an old-style class without the special method, and of such a class."""


class A:
    pass


class N(object):
    pass


a = A()
n = N()


def t(text):
    try:
        print text, eval(text)
    except Exception, e:
        print text, type(e), e


for name in 'an':
    for text in ['-%s', '+%s', '~%s', 'abs(%s)', 'len(%s)', 'int(%s)', 'float(%s)', 'hex(%s)', '%s()', '%s[1]', '%s["k"]',
                 '%s[1:2]', 'list(%s)', '1 in %s', '%s + 1', '1 + %s', '%s << 2', 'divmod(%s, 1)', '%s.x', 'bool(%s)',
                 'sorted(%s)', 'isinstance(%s, A)', 'isinstance(%s, object)', 'isinstance(1, %s)', '"x" * %s', 'sum(%s)',
                 '%s.__class__', '%s.__dict__', 'vars(%s)', 'type(%s)', 'callable(%s)', '"a" + %s', '[] + %s', 'apply(%s, ())']:
        t(text.replace('%s', name))
for text in ['A.x', 'A()(1)', 'A(1)', 'N(1)', 'A.__name__', 'A.__bases__', 'A.__dict__', 'str(A)', 'type(A)', 'A + 1',
             'isinstance(A, type)', 'issubclass(A, object)', 'callable(A)', 'A.__module__', 'A.__doc__', 'dir(A)']:
    t(text)

class Equal(object):
    def __init__(self, x): self.x = x
    def __eq__(self, other): return self.x == getattr(other, 'x', other)
class Below(Equal): pass
class Slotted(Equal):
    __slots__ = ('z',)
class Both(Equal, object):
    __slots__ = ('z',)
for K in (Equal, Below, Slotted, Both):
    a, b = K(3), K(3)
    print a == b, a != b, a != a, a is b, a < b or a > b
    print a != 3, 3 != a, 3 == a, a in [b], [a] != [b], [a] == [b], (a,) != (b,), cmp(a, b) in (-1, 1), cmp([a], [b])
