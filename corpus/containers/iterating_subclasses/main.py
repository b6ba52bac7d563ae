"""Subclasses of list and tuple in loops, unpacking and constructors, with iterators of their own and without, changed under way."""
from collections import namedtuple
P = namedtuple('P', 'x y')
class L(list):
    pass
class M(list):
    def __iter__(self): return iter('mine')
class T(tuple):
    def __iter__(self): return iter((9, 8))
class Mix(T, P): pass
for rnd in range(3):
    a, b = P(1, 2); print(a, b, [*P(3, 4)], list(P(5, 6)), tuple(L([1, 2])), [x for x in L('ab')], [x for x in M('ab')])
    a, b = T((1, 2)); print(a, b, list(T((1, 2))), list(Mix(1, 2)), sum(L([1, 2])), max(P(3, 9)), dict([P('a', 1)]), sorted(M([1])), set(T((1,))))
    try: a, b = P(1, 2) + (3,)
    except ValueError as e: print(e)
    try: a, b, c = P(1, 2)
    except ValueError as e: print(e)
L.__iter__ = lambda self: iter('patched')
print([x for x in L('ab')], list(L([1])))
P.__iter__ = lambda self: iter((7, 7))
a, b = P(1, 2); print(a, b, list(P(1, 2)))
l = L([1, 2, 3])
del L.__iter__
out = []
for x in l:
    out.append(x)
    if x == 1: l.append(4); l.pop(0)
print(out)


class Countdown:
    def __init__(self): self.n = 3
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n
    next = __next__


print(list(Countdown()), tuple(Countdown()), sorted(Countdown()))
