# pymp: python=3
"""References as they are made, often and with wrong arguments."""
import weakref
class A: pass
for f in (lambda:weakref.ref(),lambda:weakref.ref(5),lambda:weakref.ref(A(),1,2),lambda:weakref.ref(A,callback=None)):
    for _ in range(12):
        try: r=str(type(f()))
        except TypeError as e: r=str(e)
    print(r)
a=A()
def g():
    return weakref.ref(a)
for _ in range(20): assert g() is weakref.ref(a)
r=weakref.ref(a,print); print(r is g(), r()==a, r.__callback__ is print)
class R(weakref.ref): pass
for _ in range(12): x=R(a)
try: R(a,None,1)
except TypeError as e: print(e)
import weakref as w
d=w.WeakValueDictionary(); d[1]=a; print(d[1] is a, len(w.WeakSet([a])), w.WeakKeyDictionary({a:1})[a])
print(type(x), x() is a, x is g())
