"""Built-in functions, methods and classes called with keywords: what fits goes a short way, the rest must say what CPython says."""
import functools, itertools, operator, json


def tried(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


l = [3, 1, 2]
for _ in range(12):
    r = [sorted(l, key=abs, reverse=True), max(l, key=lambda x: -x), max([], default=4), int('ff', base=16),
         list(enumerate(l, start=5)), 'a b c'.split(maxsplit=1), 'a b'.encode(encoding='ascii'), sum(l, start=10),
         l.sort(key=operator.neg), list(l), str(b'x', encoding='ascii'), bytes('y', encoding='utf-8'), float(2),
         complex(real=1, imag=2), bool(0), round(2.567, ndigits=1), pow(base=2, exp=5, mod=7), (5).to_bytes(length=2, byteorder='big'),
         int.from_bytes(b'\1\2', byteorder='little', signed=False), list(zip([1], [2], strict=True)),
         dict([('q', 1)], z=2), list(itertools.accumulate([1, 2], initial=3)), functools.partial(int, base=2)('11'),
         json.dumps([1], separators=(',', ':')), print('end', end='.\n'), '{a}'.format(a=1), property(fget=len).fget is len]
    l = [3, 1, 2]
print(r)
tried(lambda: sorted(l, abs)); tried(lambda: sorted(key=abs))
tried(lambda: sorted(l, **{'key': abs, 'reverse': 1})); tried(lambda: sorted(l, key=abs, **{'key': abs})); tried(lambda: sorted(l, **{}))
tried(lambda: len(obj=l)); tried(lambda: len(l, **{})); tried(lambda: abs(**{'x': 1})); tried(lambda: l.append(object=1))
tried(lambda: int(x='7')); tried(lambda: int(base=10))
tried(lambda: enumerate(l, 1, start=2)); tried(lambda: list(enumerate(iterable=l)))
tried(lambda: 'a'.split(' ', sep=' ')); tried(lambda: str.split(self='a')); tried(lambda: str.split('a b', maxsplit=0))
tried(lambda: list.sort([2, 1], key=None)); tried(lambda: l.sort(1, key=2))
tried(lambda: max(1, 2, key=None)); tried(lambda: max(key=abs)); tried(lambda: max(1, 2, default=3))
tried(lambda: type('T', (), {}, x=1)); tried(lambda: type(1, **{})); tried(lambda: object(x=1)); tried(lambda: range(stop=3)); tried(lambda: list(x=1))
tried(lambda: tuple(iterable=l)); tried(lambda: bool(x=1)); tried(lambda: set(x=1)); tried(lambda: slice(stop=1)); tried(lambda: memoryview(object=b'q').tolist())
tried(lambda: print(1, 2, sep=5)); tried(lambda: sum(l, start='')); tried(lambda: round(number=1.5)); tried(lambda: ValueError(x=1))
tried(lambda: {}.get(key=1)); tried(lambda: {}.update(a=1, b=2)); tried(lambda: dict.fromkeys(iterable=[1])); tried(lambda: map(function=1))


class MyInt(int):
    def __new__(cls, value, *, times=1): return super().__new__(cls, value * times)


class MyEnum(enumerate):
    def __init__(self, *a, **k): self.k = k


class Meta(type):
    def __call__(cls, *a, **k): return ('meta', a, k)


class Made(int, metaclass=Meta): pass


tried(lambda: MyInt(3, times=4)); tried(lambda: (lambda m: (list(m), m.k))(MyEnum(l, start=2))); tried(lambda: Made(1, base=2))
original, sorted = sorted, lambda *a, **k: ('mine', a, k)
tried(lambda: sorted(l, key=1))
sorted = original
tried(lambda: sorted(l, key=abs))


@functools.lru_cache(maxsize=8)
def cached(a, b=1, *, c=2): return a, b, c


part = functools.partial(cached, 1)
for _ in range(12): r = [cached(1, b=3), cached(a=1, c=5), part(b=7), part(c=0), functools.partial(part, b=2)(c=9)]
print(r, cached.cache_info().misses)
tried(lambda: cached(1, d=2)); tried(lambda: cached(b=2)); tried(lambda: part(a=1))
tried(lambda: l(x=1))
tried(lambda: operator(x=1)); tried(lambda: 'a'.join(x=1)); tried(lambda: (lambda *, a, b, c, d, e, f=1: (a, b, c, d, e, f))(e=1, d=2, c=3, b=4, a=5))
tried(lambda: (lambda a, b=2, c=3, d=4, e=5, *f, g=7, **h: (a, b, c, d, e, f, g, h))(1, e=2, x=3))
