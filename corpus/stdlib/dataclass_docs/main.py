"""The docstring that a dataclass gets from its signature, with everything that can decide it."""
import dataclasses
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import Any, Callable, ClassVar, Dict, List, Optional, Union
import collections.abc


class Plain:
    def __repr__(self):
        return '<plain typing.one -> None>'

    __hash__ = object.__hash__


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass(frozen=True, order=True)
class Many:
    a: float
    b: 'int'
    c: List[int]
    d: Optional[Dict[str, 'Point']] = None
    e: list = field(default_factory=list)
    f: list[int] = field(default_factory=list, repr=False)
    g: int | None = None
    h: Any = 1.5
    i: Callable[[int], str] = len
    j: collections.abc.Sequence = ()
    k: Union[int, str] = 'text'
    l: Point = None
    m: ClassVar[int] = 3
    n: InitVar[int] = 4
    o: None = None
    p: Plain = Plain()
    q: complex = 1 + 2j


@dataclass
class Keywords(Point):
    _: KW_ONLY
    name: str
    size: int = 3


@dataclass(slots=True)
class Slots:
    a: int
    b: str = 'x'


@dataclass(init=False)
class NoInit:
    a: int = 1


@dataclass
class OwnInit:
    a: int = 1

    def __init__(self, first, *rest: int, flag=False, **more) -> None:
        self.a = first


@dataclass
class OwnShort:
    a: int = 1

    def __init__(self, first: 'Point' = None, /, second=3, *, third: int) -> 'Point':
        self.a = first


@dataclass
class Documented:
    """It has one."""

    a: int = 1


@dataclass
class Derived(Documented):
    b: int = 2


@dataclass
class OwnNew:
    a: int

    def __new__(cls, *args):
        return super().__new__(cls)


@dataclass
class Empty:
    pass


class Meta(type):
    def __call__(cls, *args, **kwargs):
        return super().__call__(*args, **kwargs)


@dataclass
class WithMeta(metaclass=Meta):
    a: int


class Quiet(type):
    pass


@dataclass
class WithQuietMeta(metaclass=Quiet):
    a: int


@dataclass
class Signed:
    a: int
    __signature__ = None


class Odd:
    __module__ = 'elsewhere'


@dataclass
class Odds:
    a: Odd
    b: Odd() = 1
    c: dataclasses.Field = 2


for cls in (Point, Many, Keywords, Slots, NoInit, OwnInit, OwnShort, Documented, Derived, OwnNew, Empty, WithMeta):
    print(cls.__name__, '|', cls.__doc__)
for cls in (WithQuietMeta, Signed):
    print(cls.__name__, '|', cls.__doc__)
print(Odds.__doc__.replace(hex(id(Odds.__annotations__['b'])), '0x'))


@dataclass
class Outer:
    @dataclass
    class Inner:
        x: int
        y: 'Outer' = None

    inner: Inner = None


print(Outer.__doc__, Outer.Inner.__doc__, Outer.__dict__['__doc__'])
made = dataclasses.make_dataclass('Made', ['x', ('y', int), ('z', int, field(default=5))])
print(made.__doc__)


class Fails:
    def __repr__(self):
        raise ValueError('no text')

    __hash__ = object.__hash__


@dataclass
class Failing:
    a: Fails = Fails()


print(Failing.__doc__)

import inspect

print(inspect.get_annotations(Point), inspect.get_annotations(Point) is Point.__annotations__)
print(inspect.get_annotations(Derived), inspect.get_annotations(Plain), inspect.get_annotations(int))
print(inspect.get_annotations(Many, eval_str=True)['b'])
print(inspect.get_annotations(obj=lambda: 0), inspect.get_annotations(inspect))
for bad in ((), (1,), (Point, 2)):
    try:
        inspect.get_annotations(*bad)
    except TypeError as error:
        print(error)


class Wrong:
    __annotations__ = 3


try:
    dataclass(Wrong)
except (TypeError, ValueError) as error:
    print(type(error).__name__, str(error).replace(__name__ + '.', ''))
print(inspect.isfunction(inspect.get_annotations), inspect.signature(inspect.get_annotations), inspect.get_annotations.__name__)
print(inspect.get_annotations.__module__, inspect.getsource(inspect.get_annotations).split('\n')[0])
saved = inspect.signature
inspect.signature = lambda cls: '(mine -> None)'


@dataclass
class Patched:
    a: int


print(Patched.__doc__)
inspect.signature = saved


@dataclass
class Unpatched:
    a: int


print(Unpatched.__doc__)
