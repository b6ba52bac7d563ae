"""Type parameters, structs and singletons of the parent in a child: generic classes, decorators, defaults that are an ellipsis."""
import multiprocessing as mp
import struct
import typing

T = typing.TypeVar('T'); N = typing.TypeVar('N', int, float); B = typing.TypeVar('B', bound='Box', covariant=True); P = typing.ParamSpec('P')
H = struct.Struct('!HI'); MISSING = ...
class Box(typing.Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self, default=...): return self.v if default is ... else default
class Pair(Box[T], typing.Generic[T, N]): pass
class Stack[S]:
    def __init__(self) -> None: self.items: list[S] = []
    def push(self, x: S) -> None: self.items.append(x)
def deco(f: typing.Callable[P, T]) -> typing.Callable[P, T]:
    def w(*a: P.args, **k: P.kwargs) -> T: return f(*a, **k)
    return w
def cmp(x): return NotImplemented
def child():
    print(H.pack(1, 2), H.size, H.unpack(H.pack(3, 4)), H, MISSING is ..., cmp(1) is NotImplemented)
    print(T, N, B, P, T.__name__, N.__constraints__, B.__bound__, T.__module__, T.has_default(), Box.__parameters__ == (T,))
    print(Box[int](3).get(), Box[int], Pair[int, float], typing.get_type_hints(Box.__init__), deco(len)('abc')); s = Stack(); s.push(1); print(s.items, Stack.__type_params__, flush=True)
if __name__ == '__main__':
    child()
    p = mp.Process(target=child); p.start(); p.join()
