# pymp: python=3
"""inspect.signature of what CPython has in C; types of re that nobody makes."""
import collections
import functools
import inspect
import itertools
import operator
import re


def shown(call, *args):
    try:
        return str(call(*args))
    except (TypeError, ValueError) as error:
        return f'{type(error).__name__}: {error}'


for f in (operator.attrgetter, operator.itemgetter, operator.methodcaller, sorted, getattr, min, max, dir, iter, next,
          vars, len, print, dict.update, dict.get, list.sort, list.pop, str.split, str.center, bytes.decode, int.from_bytes,
          itertools.chain, itertools.product, itertools.accumulate, itertools.count, itertools.groupby, itertools.zip_longest,
          functools.reduce, functools.partial, functools.cmp_to_key, property.setter, range.index, slice.indices, enumerate,
          zip, map, object.__init_subclass__, list, tuple, float, isinstance, abs, pow, round, sum, collections.OrderedDict):
    print(getattr(f, '__qualname__', f), shown(inspect.signature, f))
print(shown(type(re.match('a', 'a'))), shown(re.Pattern))
