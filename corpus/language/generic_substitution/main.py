# pymp: python=3
"""What aliases of built-in classes make of arguments that are unpacked, missing or too many."""
import typing
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, str(e))
T = typing.TypeVar('T'); Ts = typing.TypeVarTuple('Ts'); T2 = typing.TypeVar('T2'); T3 = typing.TypeVar('T3'); P = typing.ParamSpec('P'); D = typing.TypeVar('D', default=int)
class G(typing.Generic[T, T2, T3]): pass
class H(typing.Generic[T, T2, D]): pass
import collections.abc as c
t(lambda: dict[T, T2][int]); t(lambda: dict[T, dict[T2, T3]][int]); t(lambda: dict[T, dict[T2, T3]][int, str]); t(lambda: dict[T, T2][()]); t(lambda: typing.Dict[T, T2][int]); t(lambda: G[int]); t(lambda: H[int]); t(lambda: H[int, str]); t(lambda: dict[T, D][int]); t(lambda: dict[T, dict[T2, D]][int]); t(lambda: dict[T, T2][int, str, float]); t(lambda: H[1, 2, 3, 4]); t(lambda: tuple[T, *Ts][()]); t(lambda: tuple[T, *Ts, T2][int]); t(lambda: c.Callable[P, T][int]); t(lambda: c.Callable[P, T][[int], str]); t(lambda: tuple[T, *Ts][*tuple[int, ...]]); t(lambda: list[T][*tuple[int, ...]]); t(lambda: list[T][*tuple[int], *tuple[()]]); t(lambda: dict[T, T2][*tuple[int], str]); t(lambda: list[typing.Tuple[T]][*tuple[int]]); t(lambda: tuple[*tuple[int, str]]); t(lambda: tuple[int, *tuple[T, ...]][str]); t(lambda: c.Callable[[T], T2][*tuple[int, str]]); t(lambda: tuple[*Ts][*tuple[int, str], float]); t(lambda: tuple[T, *Ts][*tuple[int, str], float]); t(lambda: tuple[*Ts][*tuple[int, ...]])
