# Operators set to None; the truth of NotImplemented; copies of iterators; names that __dir__ gives
import collections
import copy
import pickle
import warnings

warnings.simplefilter('ignore')
print(bool(NotImplemented), not NotImplemented)


class Refusing:
    __radd__ = __eq__ = __iadd__ = __lt__ = __ne__ = None


class Adding:
    def __add__(self, other):
        return 'added'

    __iadd__ = None


class Again(Adding):
    __add__ = None


c = Refusing()
for text in ['1 + c', 'c + 1', 'c == 1', '1 == c', 'c < 1', '1 > c', 'c != 1', 'c == c', 'c in [1]', '[c] == [1]',
             'Adding() + 1', 'Again() + 1', 'sorted([c, c])', 'c in [c]']:
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, error)
for o in c, Adding(), Again():
    try:
        o += 1
        print(o)
    except TypeError as error:
        print(error)
ordered = collections.OrderedDict([(1, 2), (3, 4), (5, 6)])
it = iter(ordered.items())
next(it)
print(list(pickle.loads(pickle.dumps(it))), list(it), list(it))
it = iter(ordered)
next(it)
print(list(copy.copy(it)), list(it))


class Mixed:
    def __dir__(self):
        return ['b', 'a'] if self.plain else [1, 'a']


for plain in True, False:
    mixed = Mixed()
    Mixed.plain = plain
    try:
        print(dir(mixed))
    except TypeError as error:
        print(error)
