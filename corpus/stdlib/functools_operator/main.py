"""functools, operator, itertools of Python 3, heapq, bisect, contextlib."""
import bisect
import contextlib
import heapq
import itertools
import operator
from functools import cached_property, lru_cache, partial, partialmethod, reduce, singledispatch

print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: b + a, 'abc', '>'), partial(int, base=2)('101'), partial(print, 'fixed', sep='-'). args)


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@singledispatch
def kind(value):
    return 'other'


@kind.register
def _(value: int):
    return 'int'


@kind.register(list)
def _(value):
    return f'list of {len(value)}'


print(kind(5), kind([1]), kind('x'), kind(True))


class Lamp:
    def set(self, state):
        return f'lamp {state}'

    on = partialmethod(set, 'on')

    @cached_property
    def power(self):
        print('measured')
        return 60


lamp = Lamp()
print(lamp.on(), lamp.power, lamp.power)
print(operator.itemgetter(1, 0)('ab'), operator.attrgetter('real')(5), operator.methodcaller('upper')('x'), operator.mul(3, 4), operator.contains([1], 1))
print(list(itertools.accumulate([1, 2, 3, 4])), list(itertools.accumulate([3, 1, 2], max)), list(itertools.pairwise('abc')), list(itertools.batched('abcde', 2)))
print(list(itertools.zip_longest('ab', [1], fillvalue='-')), list(itertools.compress('abc', [1, 0, 1])), list(itertools.filterfalse(bool, [0, 1, ''])))
heap = [5, 1, 8, 3]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print([heapq.heappop(heap) for _ in range(3)], heapq.nlargest(2, [4, 9, 1]), heapq.nsmallest(2, 'zxy'), list(heapq.merge([1, 4], [2, 3])))
row = [1, 3, 3, 7]
bisect.insort(row, 4)
print(row, bisect.bisect_left(row, 3), bisect.bisect_right(row, 3))
with contextlib.suppress(KeyError), contextlib.ExitStack() as stack:
    stack.callback(print, 'stack unwound')
    {}['x']
with contextlib.closing(open('f.txt', 'w')) as f:
    pass
print(f.closed, contextlib.nullcontext(5).__enter__())
