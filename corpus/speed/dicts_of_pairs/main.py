# pymp: python=3
"""Dicts made of pairs, whoever gives them."""


def attempt(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__, str(e)


class Zip(zip):
    def __next__(self):
        a, b = super().__next__()
        return b, a


class Kept(dict):
    def __setitem__(self, key, value):
        raise RuntimeError('not asked')


class Keys(list):
    def keys(self):
        return ['of the list']

    def __getitem__(self, key):
        return key.upper()


class ZipKeys(zip):
    def keys(self):
        return ['of zip']

    def __getitem__(self, key):
        return key.upper()


def broken(n):
    for i in range(n):
        yield i
    raise KeyError('broken')


for _ in range(3):
    results = [attempt(f) for f in (
        lambda: dict(zip('abc', range(3))), lambda: dict(zip('abc', range(2))), lambda: dict(zip('abc', [1, 2], strict=True)), lambda: dict(zip('ab', [1, 2, 3], strict=True)),
        lambda: dict(Zip('abc', [1, 2, 3])), lambda: Kept(zip('ab', 'cd')), lambda: dict(enumerate('xy', 5)), lambda: dict({'k': 1, 'v': 2}.items()), lambda: dict(zip('abc', broken(2))),
        lambda: dict(zip('abc')), lambda: dict(zip()), lambda: dict(zip('a', 'b', 'c')), lambda: dict(zip([[]], [1])), lambda: dict(Keys()), lambda: dict(ZipKeys()), lambda: dict([(1, 2), 'ab', [3, 4]]),
        lambda: dict(((1, 2), (3,))), lambda: dict(map(lambda i: (i, i * i), range(3))), lambda: {**dict(zip('aab', range(3)))}, lambda: dict(zip([1.5, 2, True], 'abc'), z=1),
        lambda: list(zip([1, 2], 'ab', (None, 3))), lambda: list(zip([1], 'ab')), lambda: [tuple(x) for x in zip(range(4), range(2, 9), 'abcd', 'efgh')], lambda: next(zip([], broken(0))))]
print(results)
d = dict(a=0)
print(d.update(zip('ab', d)), d, attempt(lambda: d.update(zip(d, (d.pop(k) for k in list(d))))), d)
z = zip('abc', 'def')
next(z)
print(dict(z), list(z))
