# pymp: python=3
"""What typing defines, asked for one by one, and what it says of itself afterwards."""
from typing import Callable, Optional, Tuple


def first(values: Tuple[int, ...], default: Optional[Callable[[], int]] = None) -> int:
    return values[0]

print(first.__annotations__, Tuple.__doc__[:24])
import typing, collections.abc
print(len([n for n in typing.__all__ if getattr(typing, n) is not None]))
print(sorted(n for n in dir(typing) if not n.startswith('__'))[:20], len(dir(typing)))
print(typing.Tuple.__doc__[:30], typing.Callable.__doc__[:30], typing.Type.__doc__[:20])
print(len(typing._cleanups) > 3)
print(typing.Callable[[int], str], typing.Tuple[int, ...], typing.SupportsAbs, typing.SupportsRound[int], typing.ByteString)
print(isinstance(3, typing.SupportsAbs), isinstance('', typing.SupportsRound))
class P(typing.NamedTuple):
    x: int
    y: str = 'a'
print(P(1), P.__mro__)
class TD(typing.TypedDict, total=False):
    a: int
print(TD(a=1), TD.__total__)
import types
print(types.UnionType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.CellType, types.MethodWrapperType, types.BuiltinMethodType is types.BuiltinFunctionType)
