"""Metaclasses, __init_subclass__, abstract classes, enums and dataclasses."""
from abc import ABC, abstractmethod
from dataclasses import asdict, astuple, dataclass, field, replace
from enum import Enum, Flag, IntEnum, auto


class Registry(type):
    known = []

    def __new__(mcs, name, bases, namespace, **options):
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.known.append((name, sorted(options)))
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        print('making', cls.__name__)
        return super().__call__(*args)

    def __len__(cls):
        return 7


class Root(metaclass=Registry):
    pass


class Leaf(Root, flavour='mint'):
    def __init__(self, n=0):
        self.n = n


print(Leaf(5).n, Registry.known, len(Leaf), type(Leaf).__name__)


class Plugin:
    found = {}

    def __init_subclass__(cls, /, name=None, **rest):
        super().__init_subclass__(**rest)
        Plugin.found[name or cls.__name__] = cls


class Csv(Plugin, name='csv'):
    pass


class Xml(Plugin):
    pass


print(sorted(Plugin.found))


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f'{self.name}: {self.area()}'


class Square(Shape):
    name = 'square'

    def area(self):
        return 4


print(Square().describe())
for cls in (Shape, type('Half', (Shape,), {'area': lambda self: 1})):
    try:
        cls()
    except TypeError as error:
        print(error)


class Colour(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.capitalize()


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Access(Flag):
    READ = auto()
    WRITE = auto()


print(Colour.RED, repr(Colour.GREEN), Colour(2), Colour['RED'], Colour.CRIMSON is Colour.RED, list(Colour), Colour.RED.pretty, Colour.RED.value)
print(Level.HIGH > Level.LOW, Level.HIGH + 1, f'{Level.LOW}', Access.READ | Access.WRITE, Access.READ in (Access.READ | Access.WRITE))
for action in (lambda: Colour(9), lambda: Colour['BLUE'], lambda: setattr(Colour, 'RED', 5)):
    try:
        action()
    except (ValueError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)


@dataclass(frozen=True, order=True)
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list, compare=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError('negative price')


item = Item('pen', 2.5, ['blue'])
print(item, asdict(item), astuple(item), replace(item, price=3), Item('a') < Item('b'), Item('x') == Item('x', tags=['other']))
for action in (lambda: setattr(item, 'price', 1), lambda: Item('bad', -1), lambda: Item()):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


# Hooks that are set afterwards are no class methods of themselves.
import warnings


class Hooked:
    pass


usual = Hooked.__init_subclass__
Hooked.__init_subclass__ = lambda *args, **kwargs: print('plain', args, kwargs, usual(*args, **kwargs))


class Below(Hooked):
    pass


Hooked.__init_subclass__ = classmethod(lambda *args, **kwargs: print('class method', args, kwargs))


class BelowToo(Below, key=1):
    pass


Hooked.__init_subclass__ = staticmethod(lambda *args, **kwargs: print('static method', args, kwargs))


class BelowThree(BelowToo, key=3):
    pass


@warnings.deprecated('to go')
class Mixin:
    pass


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')

    class Mixed(Below, Mixin):
        pass


print([str(w.message) for w in seen])
