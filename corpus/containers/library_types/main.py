# pymp: python=3
"""collections, heapq, bisect, operator, functools; subclasses of containers; keys with their own __eq__."""
class Rnd:
    def __init__(s,x): s.x=x
    def randrange(s,a,b=None):
        if b is None: a,b=0,a
        s.x=(s.x*1103515245+12345)%2147483648
        return a+(s.x>>8)%(b-a)
from collections import deque, OrderedDict, defaultdict, Counter, namedtuple
import heapq, bisect, operator, functools
def t(f,*a):
    try: return repr(f(*a))
    except Exception as e: return type(e).__name__+': '+str(e)
R=Rnd(7)
for maxlen in (None,0,3,10):
    d=deque(maxlen=maxlen)
    for i in range(40):
        n=R.randrange(-12,12); op=R.randrange(20)
        fs=[lambda:d.append(n),lambda:d.appendleft(n),lambda:d.pop(),lambda:d.popleft(),lambda:d.extend(range(n)),lambda:d.extendleft(range(n)),lambda:d.rotate(n),lambda:d.remove(n),lambda:d.index(n),lambda:d.index(n,2,7),lambda:d.insert(n,99),lambda:d.count(n),lambda:d[n],lambda:d.__setitem__(n,5),lambda:d.__delitem__(n),lambda:d.reverse(),lambda:d.copy(),lambda:d==deque([1]),lambda:n in d,lambda:(d+deque([n]))]
        print(op,t(fs[op]),list(d),len(d))
print(deque([1,2],maxlen=1)*3, deque([1,2])*2, deque('ab').__reduce__()[:2], t(lambda:deque(5)),t(lambda:deque([1],-1)),t(lambda:deque([1])+[1]),deque([1])<deque([2]),t(lambda:deque([1])['a']), t(lambda:deque().foo), t(lambda:deque(maxlen='a')))
d=deque([1,2,3])
def mut():
    for x in d: d.append(x)
print(t(mut), t(lambda:deque.append()), t(lambda:d.append()), list(reversed(d)), deque(d,2), d.maxlen)
od=OrderedDict([('b',1),('a',2),('c',3)])
od.move_to_end('b'); print(od); od.move_to_end('c',last=False); print(od, od.popitem(), od.popitem(last=False), od)
od.update(x=1,y=2); print(list(reversed(od)), od.keys(), od.items(), od.values(), od=={'a':2,'x':1,'y':2}, od==OrderedDict([('x',1),('a',2),('y',2)]))
print(t(lambda:od.move_to_end('zz')), t(lambda:OrderedDict().popitem()), t(lambda:od.pop('q')), od.pop('q',5), od|{'k':1}, OrderedDict.fromkeys('abc',0), od.copy(), od.setdefault('n',9))
def m2():
    for k in od: od[k+'z']=1
print(t(m2), type(iter(od)), type(od.keys()), od.__reduce__()[:2])
dd=defaultdict(list); dd['a'].append(1); dd['b']; print(dd, dd.get('zz'), dd.default_factory, dd.copy(), t(lambda:defaultdict(5)), t(lambda:defaultdict()['x']), dd|{'q':1}, defaultdict(int,{'a':1},b=2), dd.__reduce__()[:2])
c=Counter('mississippi'); print(c.most_common(2), c, c-Counter('ss'), c+Counter(a=1), c['zz'], sorted(c.elements()))
P=namedtuple('P','x y',defaults=[5]); p=P(1); print(p, p._replace(x=3), p._asdict(), P._fields, p.x, p==(1,5), t(lambda:setattr(p,'x',2)), P.x, hash(p)==hash((1,5)), {p:1}[(1,5)], P._make([3,4]))
h=[]
for i in range(200): heapq.heappush(h,R.randrange(100))
print(h[:20]); print([heapq.heappop(h) for i in range(50)]); print(heapq.heapreplace(h,5),heapq.heappushpop(h,7),heapq.nlargest(3,h),heapq.nsmallest(3,h),t(heapq.heappop,[]),t(heapq.heappush,(),1),list(heapq.merge([1,4],[2,3])))
h=[R.randrange(1000) for i in range(100)]; heapq.heapify(h); print(h); h=[(R.randrange(9),str(i)) for i in range(50)]; heapq.heapify(h); print(h)
a=sorted(R.randrange(50) for i in range(40)); print([bisect.bisect_left(a,x) for x in range(50)],[bisect.bisect(a,x,3,20) for x in range(50)]); bisect.insort(a,7); print(a, bisect.bisect([('a',1),('b',2)],1,key=operator.itemgetter(1)), t(bisect.bisect,a,1,-1))
print(operator.itemgetter(1,2)([5,6,7]), operator.attrgetter('real','imag')(5), operator.methodcaller('upper')('a'), operator.itemgetter(1), operator.attrgetter('a.b'), operator.methodcaller('f',1,x=2), t(operator.itemgetter), operator.concat([1],[2]), t(operator.concat,1,2), operator.countOf([1,1,2],1), operator.indexOf([1,2],2), operator.length_hint(iter([1,2])), operator.index(True), t(operator.index,1.5), operator.truth([]), operator.iadd([1],[2]), operator.contains([1],1))
@functools.lru_cache(maxsize=3)
def f(x): return x*2
for x in (1,2,3,1,4,2,5,1): f(x)
print(f.cache_info(), functools.reduce(operator.add,[1,2,3],10), sorted([3,1,2],key=functools.cmp_to_key(lambda a,b:b-a)))
@functools.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(2), T(3)>T(2), functools.partial(int,base=2)('101'))
class D(dict):
    def __missing__(self,k): return k*2
d=D(); print(d[4], d, t(lambda:d.get(4)), dict(d), D(a=1), type(D().copy()), type(D()|D()))
class L(list):
    def __getitem__(self,i): return 'x'
l=L([1,2]); print(l[0], l, list(l), l+[1], type(l+[1]), l[0:1], sorted(l), type(l*2))
class Tu(tuple):
    def __new__(cls,*a): return super().__new__(cls,a)
print(Tu(1,2), Tu(1,2)==(1,2), hash(Tu(1,2))==hash((1,2)), {Tu(1,2):1}[(1,2)], Tu(1)+(2,))
class E:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return isinstance(o,E) and s.v==o.v or s.v==o
    def __hash__(s): return hash(s.v)
    def __repr__(s): return 'E%r'%(s.v,)
x={1:'a',(1,2):'b','k':'c'}; print(x[E(1)], x[E((1,2))], x[E('k')]); x[E(2)]='d'; print(x[2], x, E(2) in x, 2 in x, {E(1),E(1),1}, len({E(1),1,True,1.0}))
