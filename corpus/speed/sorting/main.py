"""Sorting keys of every kind, texts of numbers, lengths of texts: the fast ways and the edges where they end."""
import random
random.seed(5)
class K:
    def __init__(s,v): s.v=v
    def __lt__(s,o): 
        K.n+=1
        return s.v<o.v
    def __repr__(s): return 'K%r'%s.v
K.n=0
def names(n): return ['p%05d'%random.randrange(300) for _ in range(n)]
for n in (0,1,2,7,50,999):
    a=[random.randrange(-50,50) for _ in range(n)]
    f=[random.choice([1.5,2,-0.0,0.0,0,float('inf'),-3.25,1e300]) for _ in range(n)]
    s=[random.choice(['','a','ab','a\0','abcdefgh','abcdefgi','é','日本','日本語','abc\0','zz'*20,'zz'*21]) for _ in range(n)]
    t=[(random.choice([1,2.5,2]),random.choice('abc'),i) for i in range(n)]
    u=[(random.choice([1,2]),)*random.randrange(0,4) for i in range(n)]
    w=names(n)
    for l in (a,f,s,t,u,w,list(zip(w,a)),list(zip(s,f))):
        for r in (0,1):
            print(sorted(l,reverse=r)[:12], sum(hash(str(x))*0+i for i,x in enumerate(sorted(l,reverse=r))))
            print(sorted(range(len(l)),key=lambda i:l[i],reverse=r)==[i for _,i in sorted([(x,(-i if r else i)) for i,x in enumerate(l)],reverse=r)] if False else sorted(range(len(l)),key=lambda i:l[i],reverse=r)[:20])
    k=[K(x) for x in a]
    K.n=0
    print(sorted(k)[:10],K.n, sorted(k,reverse=True)[:10],K.n)
for bad in ([1,'a'],['a',1],[(1,'a'),('b',2)],[(1,2),(1,'x')],[None,1],[K(1),1], [float('nan'),1.0,0.5]):
    try: print(sorted(bad))
    except TypeError as e: print(e)
for x in ('12','-7','',' 5 ','1_0','x1','-','--1','1x','٣','+4','0','-0','123456789012345','1234567890123456789','1.5','0x10','日'):
    try: print(int(x))
    except ValueError as e: print(e)
for x in ('','a','日本','𝒳','a𝒳b','\ud800','x'*30,'x'*30+'𝒳'): print(len(x), x[0:1].encode('utf8','surrogatepass'))
class N:
    def __eq__(s,o): print('eq'); return NotImplemented
    def __lt__(s,o): print('lt'); return NotImplemented
    def __gt__(s,o): print('gt'); return NotImplemented
a,b=N(),N()
print(a==b,a==a,a!=b)
try: a<b
except TypeError as e: print(e)
class D(dict): pass
class L(list): pass
print(D(a=1)==D(a=1), L([1])<L([2]), D()!=D())
x=1
x+=True; print(x)
x-=True; x*=False; print(x, 1.5+True)


# Lists as keys, of plain items, and where one of them asks Python code or cannot be compared.
class Backwards(list):
    def __lt__(self, other):
        return list.__gt__(self, other)


rows = [[i * 7 % 5, "abc"[i % 3], i * 0.5] for i in range(20)]
print(sorted(rows)[:4])
print(sorted(rows, reverse=True)[:2], sorted(rows, key=lambda row: row[:2])[:3])
print(sorted([[2, 1], [2], [], [1, 5, 0], [1, 5]]))
print(sorted([Backwards([i % 4]) for i in range(6)]))
print(sorted([[1, Backwards([2])], [1, Backwards([3])], [0, Backwards([9])]]))
nans = [[float("nan"), 1], [0.5, 2], [float("nan"), 0]]
print([row[1] for row in sorted(nans)])


class Meta(type):
    def __lt__(cls, other):
        return cls.__name__ > other.__name__


named = [Meta("K%d" % (i * 5 % 7), (), {}) for i in range(7)]
print([cls.__name__ for cls in sorted(named)])


class Half(object):
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return NotImplemented if self.n % 2 else self.n < other.n

    def __gt__(self, other):
        return self.n > other.n


print([half.n for half in sorted([Half(i * 5 % 9) for i in range(9)])])
# Whole numbers in one place or several: negative, equal, large, missing, as floats.
import itertools


def shuffled(n):
    return [(i * 7919 + 13) % n for i in range(n)]


for n in (25, 100, 1000):
    order = shuffled(n)
    for make in (lambda i: i % 10, lambda i: -i % 10 - 5, lambda i: (i % 7, -(i % 5)), lambda i: (i % 3, i % 4, i % 5), lambda i: [i % 4] * (i % 3), lambda i: (i % 2,) if i % 3 else (i % 2, -1),
                 lambda i: i * 2 ** 40, lambda i: i * 2 ** 50, lambda i: (i * 2 ** 40, i), lambda i: float(i % 9), lambda i: (i % 9) / 2, lambda i: (float(i % 4), i % 3), lambda i: (i % 3, 'ab'[i % 2]),
                 lambda i: (i % 3, -0.0 if i % 2 else 0), lambda i: (float('inf') if i % 5 else 1, 2), lambda i: (i % 3, float('-inf')), lambda i: 2 ** 53 - i % 5, lambda i: (True, i % 4), lambda i: ()):
        keys = [(make(i), i) for i in order]
        done = sorted(keys, key=lambda pair: pair[0])
        back = sorted(keys, key=lambda pair: pair[0], reverse=True)
        assert all(a[0] <= b[0] for a, b in itertools.pairwise(done)) and all(a[0] >= b[0] for a, b in itertools.pairwise(back))
        assert [[i for k, i in group] for _, group in itertools.groupby(done, key=lambda pair: pair[0])] == [
            [i for j, i in keys if j == k] for k, _ in itertools.groupby(done, key=lambda pair: pair[0])]
        assert sorted(done, key=lambda pair: pair[0]) == done and sorted(keys) == sorted(back)
        print(n, done[:2], back[-1], [type(k) for k in sorted(make(i) for i in order)][:2])
