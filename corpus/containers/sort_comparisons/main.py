# pymp: python=2,3
"""Which items list.sort compares with each other, and in which order."""
import sys
log=[]
class K(object):
    def __init__(self,v): self.v=v
    def __lt__(self,o):
        log.append((self.v,o.v)); return self.v<o.v
def rnd(seed,n,m):
    x=seed
    r=[]
    for i in range(n):
        x=(x*1103515245+12345)%2147483648
        r.append((x>>8)%m)
    return r
def check(l):
    del log[:]
    ks=[K(v) for v in l]
    ks.sort()
    h=0
    for a,b in log: h=(h*31+a*7+b)%1000000007
    print(len(l),len(log),h,[k.v for k in ks][:5])
for n in (0,1,2,3,5,10,31,32,33,63,64,65,100,127,128,200,500,1000):
    for m in (1,2,5,1000,10**6):
        check(rnd(n*7+m,n,m))
for n in (10,100,300,1000):
    check(list(range(n))); check(list(range(n,0,-1))); check(list(range(n//2))+list(range(n//2))); check([i//3 for i in range(n)][::-1])
    l=list(range(n)); l[n//2]=0; check(l)
    l=list(range(n)); l+=[5,3,1]; check(l)
    check([i%10 for i in range(n)]); check([i*i%(n+1) for i in range(n)])
    check(sorted(rnd(3,n,100))+sorted(rnd(4,n//3,100))+sorted(rnd(5,n//2,100)))
    check([n]*5+list(range(n))[::-1]+[3]*4)
print(sorted([3,1,2],reverse=True), sorted('banana'), sorted([(1,'b'),(1,'a'),(0,'z')]))
print(sorted([1.5,-0.0,0.0,-1,2,True]), sorted([2,1.5,0.5],key=lambda x:-x), sorted(['b','A','a'],key=str.lower))
print(sorted([5,3,9,1],key=lambda x:x%3,reverse=True), sorted([(2,1),(1,2)],key=lambda t:t[1]))
print(sorted([[2],[1,5],[1]]), sorted([10**20,5,-10**30]), sorted([1.0,float('inf'),float('-inf')]))
l=[3,1,2]
try: l.sort(key=lambda x:l.append(1) or x)
except ValueError as e: print(e)
print(l)
class Bad:
    def __lt__(self,o): raise ZeroDivisionError('x')
l=[Bad() for i in range(3)]
try: l.sort()
except ZeroDivisionError as e: print('zde',e,len(l))
l=['b',1,'a'] if sys.version_info[0]>2 else []
try: l.sort()
except TypeError as e: print(e)
