# pymp: python=2
"""functools as Python 2 has it: what wraps needs, what total_ordering makes, what a partial refuses."""
import functools
import types


class Old:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __eq__(self, other):
        return self.value == other.value


New = type('New', (object,), dict((name, Old.__dict__[name]) for name in ('__init__', '__lt__', '__eq__')))
for cls in map(functools.total_ordering, (Old, New)):
    one, two = cls(1), cls(2)
    print cls.__name__, one <= two, one >= two, two > one, two >= one, two <= one, one <= cls(1), one >= cls(1)
    print cls.__ge__.__name__

for roots in (['__lt__'], ['__le__'], ['__gt__', '__ne__'], ['__ge__', '__lt__'], ['__ne__']):
    for kind, base in ((type, (object,)), (types.ClassType, ())):
        made = kind('Made', base, dict((name, lambda self, other: True) for name in roots))
        try:
            print sorted(name for name in functools.total_ordering(made).__dict__ if name not in roots)
        except ValueError as error:
            print error
print Old(1) != Old(1), Old(1) != Old(2), New(1) != New(1), New(1) != New(2)

for method, compare in (('__le__', lambda a, b: a.n <= b.n), ('__gt__', lambda a, b: a.n > b.n), ('__ge__', lambda a, b: a.n >= b.n)):
    cls = functools.total_ordering(type('Number', (object,), {method: compare, '__eq__': lambda a, b: a.n == b.n}))
    small, large = cls(), cls()
    small.n, large.n = 1, 2
    print method, small < large, small <= large, small > large, small >= large, small < small, small >= small

try:
    @functools.total_ordering
    class Nothing:
        pass
except ValueError as error:
    print error


def decorated(function):
    @functools.wraps(function)
    def wrapper(*args):
        """Its own text."""
        return function(*args)
    return wrapper


@decorated
def double(n):
    """Twice the number."""
    return 2 * n


print double(4), double.__name__, double.__doc__, hasattr(double, '__wrapped__')
binary = functools.partial(int, base=2)
print binary('101'), binary.func, binary.args, binary.keywords
try:
    decorated(binary)
except AttributeError as error:
    print error
for change in 'binary.func = 1', 'del binary.args', 'binary.note = 1':
    try:
        exec change
        print binary.__dict__
    except (TypeError, AttributeError) as error:
        print type(error).__name__, error
for name in 'lru_cache', 'singledispatch', 'partialmethod', 'cached_property':
    print name, hasattr(functools, name)
print functools.reduce(lambda a, b: a + b, [1, 2, 3]), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))
