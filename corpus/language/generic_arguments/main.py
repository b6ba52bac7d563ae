# pymp: python=3
"""Arguments in the place of type variables, several of them too; starred annotations; types that have no subclasses."""
import collections.abc, pickle, re, typing
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
P = typing.ParamSpec('P'); T = typing.TypeVar('T'); Ts = typing.TypeVarTuple('Ts')
class G(typing.Generic[T, P]): pass
t(lambda: G[int, [str, bytes]])
t(lambda: collections.abc.Callable[P, T][[int, str], float])
t(lambda: collections.abc.Callable[[int], T][str])
t(lambda: typing.Callable[P, T][[int, str], float])
t(lambda: typing.Callable[typing.Concatenate[int, P], T][[str], float])
t(lambda: tuple[typing.Unpack[Ts]][int, str])
t(lambda: tuple[*Ts][int, str])
t(lambda: list[T][int])
t(lambda: dict[T, int][str])
t(lambda: tuple[*Ts][()])
t(lambda: typing.NoDefault)
t(lambda: T.__default__)
t(lambda: T.has_default())
t(lambda: type(typing.NoDefault)() is typing.NoDefault)
t(lambda: type('X', (typing.TypeVar,), {}))
t(lambda: typing.List[list["C2"]])
def fa(*args: *Ts): pass
t(lambda: fa.__annotations__)
def fb(*args: *tuple[int, ...]): pass
t(lambda: fb.__annotations__)
t(lambda: typing.get_type_hints(fa))
t(lambda: pickle.loads(pickle.dumps(typing.Tuple)) is typing.Tuple)
t(lambda: pickle.loads(pickle.dumps(typing.List[int])))
t(lambda: pickle.loads(pickle.dumps(typing.Set)) is typing.Set)
t(lambda: pickle.loads(pickle.dumps(typing.AbstractSet)) is typing.AbstractSet)
t(lambda: issubclass(int, typing.List[int]))
t(lambda: type('Y', (typing.Generic,), {}))
t(lambda: type('X', (re.Match,), {}))
t(lambda: type('X', (bool,), {}))
