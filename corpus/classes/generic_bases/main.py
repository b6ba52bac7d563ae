class A[T]: pass
import pickle, copy
class B(dict): pass
try:
    class C[T](dict): pass
    print(C.__mro__[-3:])
    class D(A[int], dict): pass
    print(D.__bases__)
except Exception as e: print(repr(e))
for p in range(6): print(type(pickle.loads(pickle.dumps(A(), p))).__name__)
from typing import Generic, TypeVar
T = TypeVar('T')
class L(Generic[T], list):
    def first(self) -> T: return self[0]
class E1(Generic[T], Exception): pass
print(L([1, 2]).first(), L[int]([3]), isinstance(L(), list), repr(E1('x')))
class M(list, Generic[T]): pass
print(M((1,)), copy.copy(L([1])), pickle.loads(pickle.dumps(L([5]))))
