# pymp: python=2,3
"""Classes of sequences with reflected methods: who is asked first for + and *, and what += does."""
from __future__ import print_function
class A(str):
    def __radd__(self, other): return 'rA'
class B(A): pass
class C(A):
    def __radd__(self, other): return 'rC'
class L(list):
    def __radd__(self, o): return 'rL'
class M(L): pass
a,b,c=A('a'),B('b'),C('c')
for x in (a,b,c,'s'):
    for y in (a,b,c,'s'):
        print(type(x).__name__, type(y).__name__, x+y)
for x in (L(),M(),[]):
    for y in (L(),M(),[]):
        print(type(x).__name__, type(y).__name__, x+y)
class I(int):
    def __radd__(self,o): return 'rI'
class J(I): pass
for x in (I(1),J(1),1):
    for y in (I(1),J(1),1): print(type(x).__name__, type(y).__name__, x+y)
class O(object):
    def __add__(self,o): return 'O'
    def __radd__(self,o): return 'rO'
class P(O): pass
class Q(O):
    def __radd__(self,o): return 'rQ'
for x in (O(),P(),Q()):
    for y in (O(),P(),Q()): print(type(x).__name__, type(y).__name__, x+y)
l=L([1]); k=l; l+=M([2]); print(l, k, l is k)
l=[1]; k=l; l+=M([2]); print(l, k, l is k)
l=L([1]); k=l; l+=[2]; print(l, k, l is k, type(l).__name__)
class N(list):
    def __rmul__(self,n): return 'rM'
print(N([1])*2, 2*N([1]), [1]*2)
class T(tuple):
    def __radd__(self,o): return 'rT'
print((1,)+T((2,)), T((1,))+(2,), T((1,))+T((2,)))
try: print(A('a')+1)
except TypeError as e: print(e)
try: print(L([1])+1)
except TypeError as e: print(e)
class A2(str):
    def __radd__(self, other): return 'rA'
    def __rmul__(self, other): return 'rm'
class S(str): pass
class L2(list): pass
class N2(object):
    def __radd__(self,o): return 'rN'
    def __rmul__(self,o): return 'rmN'
print(S('s')+A2('a'), 's'+A2('a'), S('s')+N2(), 's'+N2(), L2()+N2(), []+N2())
try:
    l=L2(); l+=N2(); print(l)
except TypeError as e: print(e)
try:
    l=[]; l+=N2(); print(l)
except TypeError as e: print(e)
print(S('s')*N2(), L2()*N2(), 's'*N2())
for make in (lambda: L2([1]), lambda: [1], lambda: bytearray(b'x')):
    for other in (N2(), 2, 'ab', A2('ab')):
        for op in '+*':
            l=make(); k=l
            try:
                if op=='+': l+=other
                else: l*=other
                print(type(k).__name__, op, type(other).__name__, l, l is k)
            except TypeError as e: print(type(k).__name__, op, type(other).__name__, e)
