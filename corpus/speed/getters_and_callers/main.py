# pymp: python=3
"""attrgetter, itemgetter, methodcaller, partial and caches, called often: whatever the objects are, and with what does not fit."""
import functools
import operator


def tried(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


class Plain:
    kind = 'class'

    def __init__(self, n):
        self.n = n

    def add(self, a=1, *rest, b=2, **more):
        return self.n, a, rest, b, more


class Computed(Plain):
    n = property(lambda self: self.__dict__.get('hidden', 'none'), lambda self, value: self.__dict__.__setitem__('hidden', value * 2))

    @property
    def kind(self):
        raise AttributeError('not today')

    @classmethod
    def add(cls, *args, **kwargs):
        return cls.__name__, args, kwargs


class Asked(Plain):
    def __getattr__(self, name):
        return lambda *args, **kwargs: (name, args, kwargs)


class Watched(Plain):
    def __getattribute__(self, name):
        return name.upper() if name == 'n' else super().__getattribute__(name)


class Slots:
    __slots__ = 'n', 'add'

    def __init__(self, n):
        self.n = n
        self.add = lambda *args, **kwargs: ('own', args, kwargs)


class Held(Plain):
    def __init__(self, n):
        super().__init__(n)
        if n % 2:
            self.add = functools.partial(divmod, n)


objects = [cls(n) for n in (1, 2) for cls in (Plain, Computed, Asked, Watched, Slots, Held)] + [None, 5, 'text', [1], Plain, 2.5, len]
getters = [operator.attrgetter('n'), operator.attrgetter('kind'), operator.attrgetter('n', 'kind'), operator.attrgetter('__class__.__name__'), operator.attrgetter('__doc__'),
           operator.methodcaller('add'), operator.methodcaller('add', 1), operator.methodcaller('add', 1, 2, 3), operator.methodcaller('add', 1, b=5), operator.methodcaller('add', c=7, a=3),
           operator.methodcaller('add', a=1, b=2), operator.methodcaller('__len__'), operator.methodcaller('upper')]
for getter in getters:
    for _ in range(3):
        result = [tried(getter, o) for o in objects]
    print(getter, result if 'doc' not in repr(getter) else len(result))
    print(tried(getter), '|', tried(getter, 1, 2), '|', tried(getter, 1, 2, 3, 4), '|', list(map(getter, objects[:1] * 2)) if 'len' not in repr(getter) and 'upper' not in repr(getter) else '')
for cls in operator.attrgetter, operator.itemgetter, operator.methodcaller:
    print(tried(type, 'Sub', (cls,), {}))
Plain.add = lambda self, *args, **kwargs: 'changed'
print([tried(getters[6], o) for o in objects[:6]], [tried(getters[8], o) for o in objects[:6]])
Plain.n = 'of the class'
print([tried(getters[0], o) for o in objects[:6]])
for getter in operator.itemgetter(0), operator.itemgetter(-1, 0), operator.itemgetter('k'), operator.itemgetter(slice(1, 3), 0), operator.itemgetter(1, 1, 1):
    print([tried(getter, o) for o in ([1, 2], (3, 4), 'ab', b'cd', {'k': 5, 0: 6, -1: 7, 1: 8}, range(4), 5, None, [1.5, 2.5])], tried(getter), tried(getter, 1, 2))


# partial: with nothing held, one, two, three; called with as many; keywords that are held, replaced, given as a mapping.
def taken(*args, **kwargs):
    return args, kwargs


class Callable:
    def __call__(self, *args, **kwargs):
        return 'called', args, kwargs


class Own(functools.partial):
    def __call__(self, *args, **kwargs):
        return 'own', super().__call__(*args, **kwargs)


class Text(str):
    pass


for make in functools.partial, Own:
    for target in taken, Callable(), Callable, functools.partial(taken, 'inner', z=0), dict, operator.methodcaller('upper'), Callable().__call__:
        for held in (), (1,), (1, 2), (1, 2, 3):
            for named in {}, {'z': 1}, {'y': 2, 'z': 1}:
                p = make(target, *held, **named)
                print([str(tried(f))[:60].split(' object')[0] for f in (p, lambda: p('a'), lambda: p('a', 'b'), lambda: p('a', 'b', 'c'), lambda: p(z=5), lambda: p('a', x=6, z=7),
                                                                       lambda: p(**{'y': 1}), lambda: p(**{}), lambda: p('q', **{'z': 2}, w=3), lambda: p(**{Text('t'): 1}))])
p = functools.partial(taken)
print(tried(lambda: p(**{1: 2})), list(map(p, 'ab', 'cd')), sorted('ba', key=functools.partial(str.count, 'abb')))
p.__setstate__((taken, (9,), {'k': 1}, {}))
print(p(), p(1), p(k=2))

# A cache: keywords in another order are another call, and so are values of another type where it is told to tell them apart.
calls = []


def noted(*args, **kwargs):
    calls.append((args, kwargs))
    return len(calls) % 3 or None


for size in None, 0, 1, 3, 100:
    for typed in False, True:
        calls.clear()
        f = functools.lru_cache(maxsize=size, typed=typed)(noted)
        answers = []
        for i in range(24):
            answers += [f(a=i % 3), f(i % 2, b=i % 4), f(**{'b': 1, 'a': 2}), f(a=2, b=1), f(b=1.0, a=True), f(i % 5), f()]
        print(size, typed, f.cache_info(), len(calls), answers[-14:], hash(tuple(answers)) == hash(tuple(answers)))
        print(tried(lambda: f(**{1: 2})), tried(lambda: f(a=[])), tried(lambda: f([], a=1)), tried(lambda: f(**{Text('a'): 1})))


class Nosy:
    """Comparing keys uses the cache."""

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        nosy(self.n % 2)
        return self.n == other.n


@functools.lru_cache(maxsize=3)
def nosy(key):
    return key if isinstance(key, int) else key.n * 10


print([nosy(Nosy(i % 4)) for i in range(20)], nosy.cache_info().currsize)


# An attribute that is computed once, of many objects and under many names; then the class changes.
class Lazy:
    def __init__(self, n):
        self.n = n

    @functools.cached_property
    def square(self):
        return self.n ** 2

    @functools.cached_property
    def name(self):
        """The name."""
        return 'lazy %d' % self.n

    def method(self):
        return 'method'


lazy = [Lazy(i) for i in range(150)]
print(sum(o.square for o in lazy), sum(o.square for o in lazy), lazy[70].name, vars(lazy[70]), list(vars(lazy[149])), vars(lazy[149]))
for o in lazy:
    o.method = o.n
    o.__dict__['name'] = 'own'
print(lazy[0].method, lazy[149].method, lazy[149].name, [list(vars(lazy[i])) for i in (0, 70, 149)], Lazy.name.__doc__)
for o in lazy[:100]:
    del o.square, o.method
print(lazy[60].square, lazy[60].method(), vars(lazy[60]), lazy[120].__dict__.pop('square'), lazy[120].square, 'square' in vars(lazy[120]))
Lazy.square = property(lambda self: 'of the class')
print(lazy[60].square, lazy[120].square, vars(lazy[120])['square'], Lazy(1).square)
del Lazy.square
print(lazy[60].square, tried(lambda: Lazy(1).square))
