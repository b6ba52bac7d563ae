"""Attributes of classes that go and come back as something else, while instances and subclasses use them."""
from __future__ import print_function


class Base(object):
    kind = 'base'

    def hello(self):
        return 'hello ' + self.kind


class Sub(Base):
    kind = 'sub'
    own = 1

    def hello(self):
        return 'sub ' + Base.hello(self)


def show(o):
    names = ('kind', 'own', 'hello')
    print([(getattr(o, n)() if callable(getattr(o, n, None)) else getattr(o, n, 'none')) for n in names],
          [n in Sub.__dict__ for n in names], [hasattr(Sub, n) for n in names])


def try_each(o):
    for f in (lambda: o.own, lambda: type(Sub.own).__name__, lambda: o.hello(), lambda: len(o), lambda: o + 1):
        try:
            print(f())
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, str(e).replace("type object 'Sub'", 'class'))


s = Sub()
show(s)
del Sub.kind
show(s)
del Sub.hello
show(s)
del Sub.own
show(s)
try_each(s)
Sub.hello = lambda self: 'again'
Sub.own = property(lambda self: 'computed')
Sub.__len__ = lambda self: 7
Sub.__add__ = lambda self, n: n + 1
try_each(s)
del Sub.__len__, Sub.__add__
try_each(s)
Sub.hello = 'text'
Sub.own = staticmethod(lambda: 'static')
show(s)
del Sub.own
s.own = 3
print(s.own, vars(s))
Sub.own = classmethod(lambda cls: cls.__name__)
print(s.own, Sub.own())
del s.own
print(s.own())
del Sub.own
try_each(s)
for i in range(3):
    Sub.count = i
    print(s.count, Sub.count)
    del Sub.count
    print(hasattr(s, 'count'), hasattr(Sub, 'count'))
    s.count = -i
    print(s.count, [n for n in dir(s) if not n.startswith('_')])

TEXT = '\n'.join('def f%d(x):\n    return x + %d + base' % (i, i) for i in range(12))
for base in range(3):
    space = {'base': base * 100}
    exec(TEXT, space)
    print(space['f3'](1), space['f11'](1), space['f3'].__globals__ is space)
