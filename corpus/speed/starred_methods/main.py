# pymp: python=3
"""Methods called with `*args` go straight to the function: what is looked up when, and what is said of wrong ones."""
log=[]
def t(x): log.append(x); return x
class A:
    def m(self,*a): return (len(a),)+a
    @classmethod
    def c(cls,*a): return ('c',)+a
    @staticmethod
    def s(*a): return ('s',)+a
    @property
    def p(self): log.append('p'); return lambda *a: ('p',)+a
    def __getattr__(self,n): log.append(n); return lambda *a:(n,)+a
    def two(self,a,b=5): return a,b
class B(A):
    def m(self,*a): return super().m(*a)+super(B,self).m(*a)
o=A(); o.own=lambda *a:('own',)+a
print(o.m(*[1,2]),o.m(*()),o.m(t(1),*t([2])),o.c(*'ab'),o.s(*{1:2}),o.p(*t((1,))),o.zz(*t([3])),o.own(*(4,)),B().m(*(1,)),A.m(*(o,2)),A.c(*(1,)))
print(log)
def gen():
    x=o.m((yield 1),*(yield 2)); print(x)
    y=o.two(*[(yield 3),(yield 4)]); print(y)
g=gen(); next(g); g.send('a'); g.send([1,2]); g.send('p')
try: g.send('q')
except StopIteration: pass
l=[1,2,3]
def keep(*a): return a
class H: pass
H.k=staticmethod(keep); h=H(); h.f=keep; r=h.f(*l); l.append(4); print(r,H().k(*l))
print('{}-{}'.format(*[1,2]),' '.join(*[['a','b']]),[].append(*[1]),''.replace(*['a','b']),{}.get(*('x',9)))
for f in (lambda:o.m(*5),lambda:o.two(*(1,2,3)),lambda:[].append(*5),lambda:o.two(*()),lambda:None.foo(*1),lambda:(5).nope(*[t('never')]),lambda:o.own(*None),lambda:o.m(1,*5)):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
import functools
class P: q=functools.partialmethod(lambda self,*a:a,1)
print(P().q(*[2,3]))
import threading
def th(): print(o.m(*[7]),o.m(t(1),*[8]))
x=threading.Thread(target=th); x.start(); x.join()
z=[i for i in range(3)]; print([o.m(*[j for j in z if j!=i]) for i in z], o.m(*(w:=[1]),), w)
import math,os,json
for f in (lambda:list.append(*5),lambda:len(*5),lambda:math.sin(*5),lambda:os.path.join(*5),lambda:dict.fromkeys(*5),lambda:{}.fromkeys(*5),lambda:int(*5),lambda:os.getcwd(*5),lambda:json.dumps(*5),lambda:''.join(1,*5),lambda:print(*5),lambda:dict.get({},**5),lambda:{}.get(**5),lambda:len(**5)):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
