# Data descriptors come before what an instance has in its dict under the same name
class A(object):
    def __init__(self, n): self.n = n
    def __get__(self, a, b): return 'got'
    def __set__(self, a, b): print('set'); a.__dict__['x'] = b
class B(object):
    x = A(31)
    def __init__(self): self.y = 1
a = B()
a.__dict__['x'] = 9
print(a.x)
a.x = 4
print(a.x, a.__dict__)
class B2(object):
    x = A(31)
a = B2()
a.x = 4
print(a.x, a.__dict__)
vars(a)['x'] = 6
print(a.x)
class C(object):
    x = property(lambda self: 'prop')
c = C()
c.__dict__['x'] = 1
print(c.x)
class D(object):
    x = A(31)
    def __delete__(self, a): pass
d = D()
d.__dict__['x'] = 9
print(sorted(getattr(d, '__dict__', {})))
print(d.x)
print(d.x)
class AA(object):
    def __get__(self, a, b): return 'got'
    def __set__(self, a, b): pass
    def __delete__(self, a): print('deleted')
class E(object):
    x = AA()
e = E()
e.__dict__['x'] = 9
print(e.x)
for K in (A(1), AA()):
    class F(object):
        x = K
    f = F()
    f.__dict__.update(x=3)
    print(f.x); f.x = 2; print(f.x, sorted(f.__dict__))
