"""functools.partial, called often: of functions, methods, classes and built-ins, with keywords of its own and of the call, changed under way."""
from functools import partial


def plain(a, b=2, *rest):
    return a, b, rest


def named(a, b=1, *, c=2, **others):
    return a, b, c, others


class Thing:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def method(self, k, *, scale=1):
        return (self.x + self.y + k) * scale


thing = Thing(1)
kinds = {
    'plain': partial(plain, 1),
    'none': partial(plain),
    'two': partial(plain, 1, 2),
    'keyword': partial(named, c=5),
    'both': partial(named, 1, d=6),
    'class': partial(Thing, 3),
    'class keyword': partial(Thing, y=3),
    'method': partial(thing.method, scale=2),
    'builtin': partial(max, 3),
    'base': partial(int, base=2),
    'nested': partial(partial(plain, 1), 2),
}


def go(kind, *args, **keywords):
    for i in range(300):
        result = kinds[kind](*args, **keywords)
    return (result.x, result.y) if isinstance(result, Thing) else result


print(go('plain'), go('plain', 5), go('plain', 5, 6), go('plain', b=7))
print(go('none', 1), go('two'), go('two', 3, 4), go('nested', 3))
print(go('keyword', 1), go('keyword', 1, c=9), go('keyword', a=1, z=0), go('both'), go('both', 4, d=7, e=8))
print(go('class'), go('class', 4), go('class keyword', 1), go('class keyword', 1, y=5), go('class keyword', x=2))
print(go('method', 1), go('method', 1, scale=10), go('builtin', 1, 5), go('builtin', 9), go('base', '101'), go('base', '17', base=8))
for kind, args, keywords in (
    ('plain', (), {'a': 1}),
    ('none', (), {}),
    ('keyword', (), {}),
    ('both', (1,), {'a': 2}),
    ('base', ('12',), {}),
    ('class', (1, 2, 3), {}),
    ('two', (), {'q': 1}),
):
    try:
        print(go(kind, *args, **keywords))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
p = kinds['keyword']
p.keywords['c'] = 'changed'
p.keywords['k'] = 'new'
print(go('keyword', 0))
p = kinds['plain']
p.__setstate__((named, (8,), {'e': 1}, {'note': 'text'}))
print(go('plain', 9), p.note)
p.__setstate__((kinds['two'], (8,), {}, None))
print(go('plain', 9))


def plain(a, b):
    return 'redefined'


print(go('two'))


class Own(partial):
    def __call__(self, *args):
        return 'own', super().__call__(*args)


kinds['own'] = Own(max, 2)
print(go('own', 1))
