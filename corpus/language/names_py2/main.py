# pymp: python=2
"""Names that functions inside use: they cannot be deleted, and comprehensions of sets and dicts are such functions."""
TEXTS = [
    'def f():\n x = 1\n def g(): return x\n del x',
    'def f():\n x = 1\n class A:\n  def g(self): return x\n del x',
    'def f():\n x = 1\n del x\n return [x for _ in [1]]',
    'def f():\n x = 1\n del x\n return (x for _ in [1])',
    'def f():\n x = 1\n del x\n return {x for _ in [1]}',
    'def f():\n global x\n def g(): return x\n del x',
    'def f():\n x = 1\n def g(x): return x\n del x',
    'x = 1\ndef g(): return x\ndel x',
    'class A:\n x = 1\n def g(self): return x\n del x',
    'def f(x):\n lambda: lambda: x\n del x[0], x.y',
    'def f(x):\n lambda: lambda: x\n for i in x: del (i, [x])',
    'class A:\n def f(self):\n  __x = 1\n  def g(): return __x\n  del __x',
]
for text in TEXTS:
    try:
        compile(text, 'text', 'exec')
        print 'fine'
    except SyntaxError, e:
        print e, e.args, e.filename, e.lineno, e.offset, e.text


def f(n):
    for make in (lambda: 0), None:
        try:
            if n == 0: print {x for _ in [1]}
            elif n == 1: print {1: x for _ in [1]}
            elif n == 2: print list(x for _ in [1])
            elif n == 3: print [x for _ in [1]]
            elif n == 4: print {_ for _ in [x]}
            else: print x
        except NameError, e:
            print type(e).__name__, e
    x = 1


for n in range(6):
    f(n)


class Counted:
    def __coerce__(self, other): return (5, other)


class Other:
    def __coerce__(self, other): return (5, 5)


a = Counted()
print a == a, a != a, a == Counted(), Other() == Other()


class B(object): pass
class C(B): pass
try:
    B.__bases__ = (object,)
except TypeError, e:
    print e
for action in (lambda: missing), (lambda: {missing for _ in [1]}), (lambda: [missing for _ in [1]]):
    try:
        action()
    except NameError, e:
        print e
try:
    {missing for _ in [1]}
except NameError, e:
    print e
try:
    [missing for _ in [1]]
except NameError, e:
    print e
