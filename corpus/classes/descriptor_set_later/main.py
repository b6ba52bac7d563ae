# pymp: python=2,3
# A data descriptor put into a class whose instances have an attribute of that name already.
class A(object):
    def __init__(self): self.x = 1; self.y = 2
a = A()
A.x = property(lambda self: 7)
print(a.x)
try: a.x = 5
except AttributeError as e: print(e)
try: del a.x
except AttributeError as e: print(e)
print(sorted(a.__dict__))
A.__setattr__ = lambda self, n, v: object.__setattr__(self, n, [v])
try: a.x = 5
except AttributeError as e: print(e)
print(a.x)
a.y = 5
print(a.y)
def f(a):
    for i in range(300):
        try: a.x += 1
        except AttributeError: pass
        a.y = i
    return a.x, a.y
print(f(a))
class A(object):
    def __init__(self, x, y): self.x = x; self.y = y
    def f1(self, n): return self.x
def f3(a, n):
    c = 0
    for i in range(n):
        c = a.f1(i)
        try: a.x += 1
        except AttributeError as e: print(e)
    return c
a = A(1, 2.0)
print(f3(a, 3))
A.x = property(lambda self: 7)
print(a.x, f3(a, 3))
try: del a.x
except AttributeError as e: print(e)
A.__setattr__ = lambda self, n, v: object.__setattr__(self, n, [v])
print(a.x)
print(f3(a, 3))
A.x = 5
print(a.x)
print(f3(a, 3), a.x)
class B(object):
    def __init__(self, x):
        self.x = x


b = B(1)
B.__getattribute__ = lambda self, name: 'asked for ' + name
print(b.x)
