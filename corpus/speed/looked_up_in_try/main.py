"""Items, attributes, numbers and next values that a `try` looks for: what is raised when they are not there, by whom, in the course of what."""
import collections, contextlib, sys, traceback


class Missing(dict):
    def __missing__(self, key): return 'missed', key


class Own(dict):
    def __getitem__(self, key): raise KeyError('own', key)


class Sequence(list):
    def __getitem__(self, i): return 'item', i


class Plain:
    shared = 'of the class'
    __slots__ = ('slot', '__dict__')
    def __init__(self): self.there = 1
    @property
    def failing(self): return self.nothing
    @property
    def keyed(self): return {}['inside']


class Asked:
    def __getattr__(self, name):
        if name == 'no': raise AttributeError('asked for ' + name)
        return 'made', name


def item(o, key):
    try:
        found = o[key]
    except KeyError as e:
        return 'KeyError', e.args, e.__context__, type(e) is KeyError
    except (IndexError, TypeError) as e:
        return type(e).__name__, e.args, e.__context__
    else:
        return found
    finally:
        key = None


def attribute(o):
    try:
        return o.there
    except AttributeError as e:
        return str(e), e.name, e.obj is o, e.__context__


class Key:
    def __hash__(self): return 5
    def __eq__(self, other): raise ZeroDivisionError('compared')


for _ in range(300):
    r = [item(*p) for p in (({1: 2}, 1), ({1: 2}, 3), ({}, 'k'), ([1], 0), ([1], 1), ([1], -2), ([1.5], 0), ([1.5], 7), ((), 0),
                            ((4, 5), -1), ((4, 5), -3), ('abc', 1), ('abc', 9), (b'q', 3), (range(3), 5), (Missing(), 'm'), (Own(), 'o'),
                            (Sequence(), 'z'), (collections.defaultdict(list), 1), (collections.OrderedDict(), 'q'), ({}, []),
                            ([1], 'x'), ([1], 2 ** 70), ([1], True), (None, 1), ({(1, 2): 3}, (1, 2)), ({(1, 2): 3}, (1, 3)), ([1, 2], 1.0))]
    a = [attribute(o) for o in (Plain(), Asked(), None, 5, object(), sys, int, 'text')]
print(*r, sep='\n')
print(*a, sep='\n')
try: print(item({Key(): 1}, 5))
except ZeroDivisionError as e: print(e)


def shown(f, *args):
    try:
        f(*args)
    except Exception:
        print(*(line for line in traceback.format_exc().splitlines() if not line.startswith('  File')), sep='\n')


def in_handler(d):
    try:
        d['first']
    except KeyError:
        x = d['second']
        return x


def reraised(d):
    try:
        return d[
            'over'
        ]
    except IndexError:
        return None
    finally:
        print('cleaned')


def chained(o):
    try:
        try:
            return o.one
        except AttributeError as e:
            return o.two
    except AttributeError as e:
        print(repr(e.__context__))
        raise RuntimeError('third') from e


def failing(o, name):
    try:
        if name == 'slot': return o.slot
        if name == 'keyed': return o.keyed
        return o.failing
    except LookupError as e:
        return 'lookup', e


def within(d):
    with contextlib.suppress(KeyError):
        x = d['a']
        print('found', x)
    with contextlib.suppress(IndexError):
        return d['b']


def looping(rows):
    out = []
    for row in rows:
        try:
            value = row['v']
            if value == 2: continue
            if value == 4: break
        except KeyError:
            out.append('none')
            continue
        else:
            out.append(value)
        finally:
            out.append('|')
    return out


def generated(d):
    for k in 'abc':
        try:
            v = d[k]
            yield v
        except KeyError as e:
            yield e.args
        finally:
            yield 'after'


def order(d, log):
    try:
        v = (log.append('d'), d)[1][log.append('k')]
    except KeyError as e:
        return log, e.args


for f, arg in ((in_handler, {}), (in_handler, {'first': 1}), (reraised, {}), (chained, Plain())): shown(f, arg)
for name in ('slot', 'keyed', 'failing'):
    try: print(failing(Plain(), name))
    except AttributeError as e: print(e)
print(within({'a': 1, 'b': 2}))
shown(within, {})
print(looping([{'v': 1}, {}, {'v': 2}, {'v': 3}, {'w': 1}, {'v': 4}, {'v': 5}]))
print(list(generated({'a': 1, 'c': 3})), order({}, []))


def hot(o, d):
    misses = 0
    for i in range(500):
        try: o.late
        except AttributeError: misses += 1
        try: d[i]
        except KeyError: misses += 1
    return misses


o = Plain()
print(hot(o, {}), hot(o, {1: 1}))
Plain.late = 5
print(hot(o, {}))
del Plain.late
Plain.__getattr__ = lambda self, name: 7
print(hot(o, Missing()), hot(o, Own()))
del Plain.__getattr__
o.late = 1
print(hot(o, {}))
del o.late
print(hot(o, collections.Counter()), sys.exc_info())


def number(x):
    try:
        return int(x)
    except ValueError as e:
        return e.args, e.__context__
    except (TypeError, OverflowError) as e:
        return type(e).__name__, e.args


def following(it):
    try:
        value = next(it)
    except StopIteration as e:
        return 'end', e.value, e.args, e.__context__
    return value


def three():
    yield 1
    return 'three'


class Counting:
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('own', self.n)
        return self.n


class Odd:
    def __int__(self): raise ValueError('odd')


def failing_body():
    yield {}['body']


for _ in range(300):
    r = [number(x) for x in ('1', ' 2 ', '-3', '1_0', 'x', '', '1.5', '9' * 30, 'y' * 250, '\u0661', 2, 2.9, 10 ** 20, True, None, [],
                             b'12', b'q', float('inf'), float('nan'), Odd(), '0x10')]
    g, c, l, d = three(), Counting(), iter([7]), iter({1: 2})
    n = [[following(it) for _ in range(3)] for it in (g, c, l, d, iter(''), map(int, '5'), zip((1,), (2,)), enumerate('a'))]
print(*r, sep='\n')
print(*n, sep='\n')
for bad in (5, None, [1], failing_body()):
    try: print(following(bad))
    except Exception as e: print(type(e).__name__, e)


def nested(text, it):
    try:
        next(it)
    except StopIteration:
        try:
            return int(text)
        except ValueError as e:
            return repr(e.__context__)


def relayed(it):
    try:
        return next(
            it
        )
    except KeyError:
        return None


def in_generator(it):
    while True:
        try:
            value = next(it)
        except StopIteration as e:
            return e.value
        yield value


print(nested('q', iter(())), nested('4', iter(())), list(in_generator(iter('ab'))))
shown(relayed, iter(()))
shown(lambda: [number(int) for int in 'a'])


def hot_next(items):
    total = 0
    for i in range(400):
        it = iter(items)
        try:
            while True: total += len((lambda v: [v])(0)); x = next(it)
        except StopIteration: pass
        try: y = int('z')
        except ValueError: total += 1
        else: total += y
    return total


print(hot_next([1, 2]))
import builtins


def ended(it): raise StopIteration('mine')


originals = builtins.int, builtins.next
builtins.int, builtins.next = lambda x: 1000, ended
print(hot_next([1, 2]), number('5'), following(iter('a')))
builtins.int, builtins.next = originals
print(hot_next([1, 2]), number('5'), following(iter('a')))


def counted(d, key, by):
    """Items that are counted up, and the first of each."""
    try:
        d[key] += by
    except KeyError as e:
        d[key] = by
        return 'new', e.args, e.__context__
    except (IndexError, TypeError) as e:
        return type(e).__name__, e.args, e.__context__
    return d[key]


class Counting(dict):
    def __missing__(self, key): return 100
    def __setitem__(self, key, value): super().__setitem__(key, value * 2)


for _ in range(300):
    d = {'a': 1, 2: 3, (1, 2): 4.5}
    got = [counted(*p) for p in ((d, 'a', 1), (d, 'b', 1), (d, 'b', 5), (d, 2, 2), (d, 7, 1), (d, (1, 2), 1), (d, (0,), 'x'), (d, 'a', 'x'),
                                 (d, [], 1), ([1, 2], 1, 5), ([1, 2], 9, 5), ([1.5], 0, 1.5), ((1, 2), 0, 1), ('text', 0, 'x'),
                                 (Counting(a=1), 'a', 1), (Counting(), 'z', 1), (collections.Counter('aa'), 'b', 1),
                                 (collections.defaultdict(int), 'q', 3), (Own(k=1), 'k', 1), (bytearray(b'ab'), 0, 1))]
print(*got, sep='\n')
shown(lambda: counted(None, 1, 2))


def counted_twice(d):
    try:
        try:
            d['one'] += d['two']
        except KeyError as e:
            d['three'] -= 1
    except KeyError as e:
        print(repr(e), repr(e.__context__))
        d['four'] *= 2


shown(counted_twice, {})
shown(counted_twice, {'one': 1})


def number(text):
    try:
        return float(text)
    except ValueError as e:
        return str(e), e.__context__
    except (TypeError, OverflowError) as e:
        return type(e).__name__, str(e)


class Real:
    def __float__(self): return 7.25


class Word(str):
    def __float__(self): return -1.0


class Small(float):
    pass


for _ in range(300):
    got = [number(x) for x in ('1.5', ' 2 ', 'x', '', '1_000.5', '1__0', 'nan', '-inf', '1e400', 3, True, 2.5, 10 ** 30, 10 ** 400, None, [], b'4.5',
                               b'q', Real(), Word('3'), Small(1.25), '\u0663.5', '1 2', '\x00')]
print(*got, sep='\n')
print(type(number(Small(2))), number(-0.0))
shown(lambda: number(1j))
float = lambda text: 'own ' + text
print(number('1'))
del float
print(number('1'))
