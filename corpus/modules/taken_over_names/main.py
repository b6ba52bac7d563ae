"""Names that a module of the library takes from one in C: had before the module, they are the same, and what it registers holds."""
from collections import OrderedDict, defaultdict, deque
import bisect
import functools
import heapq
import operator
import pickle
import struct
import types
import weakref

partial = functools.partial
kinds = [types.FunctionType, types.MethodType, types.NoneType, types.GenericAlias, types.ModuleType, types.EllipsisType]
kinds += [types.MappingProxyType, types.SimpleNamespace, types.CodeType, types.NotImplementedType, types.LambdaType]
print([kind.__name__ for kind in kinds])
heap = [3, 1, 2]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heapq.heappop(heap), heap, bisect.bisect_left(heap, 2), operator.itemgetter(1)(heap), struct.pack('<h', 3))
print(functools.reduce(operator.add, heap), partial(pow, 2)(5), sorted(heap, key=functools.cmp_to_key(lambda a, b: b - a)))
print(pickle.loads(pickle.dumps([deque([1]), OrderedDict(a=1), defaultdict(int, b=2)])))


class Thing:
    pass


thing = Thing()
print(weakref.ref(thing)() is thing, issubclass(pickle.PicklingError, pickle.PickleError))

import collections.abc

print(isinstance(deque(), collections.abc.MutableSequence), issubclass(deque, collections.abc.Sequence))
print(isinstance(OrderedDict(), collections.abc.MutableMapping))
for name, value in [('partial', partial), ('reduce', functools.reduce)]:
    print(name, vars(functools)[name] is value, getattr(functools, name) is value)
again = [types.FunctionType, types.MethodType, types.NoneType, types.GenericAlias, types.ModuleType, types.EllipsisType]
vars(types)
again += [types.MappingProxyType, types.SimpleNamespace, types.CodeType, types.NotImplementedType, types.LambdaType]
print(again == kinds, all(a is b for a, b in zip(again, kinds)))
print(heapq.nlargest(2, heap), collections.Counter('aab').most_common(1), pickle.HIGHEST_PROTOCOL)
heapq.heappush = lambda heap, item: heap.append('patched')
heapq.heappush(heap, 1)
print(heap)
from heapq import heappush, merge

heappush(heap, 2)
print(heap, list(merge([1], [0])))
try:
    from functools import nothing
except ImportError as error:
    print(str(error).split(' (')[0])
