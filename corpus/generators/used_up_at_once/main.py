# pymp: python=3
class V:
    def __init__(s, v): s.v = v
    def __add__(s, o): return V(s.v + (o.v if isinstance(o, V) else o))
    __radd__ = __add__
    def __bool__(s): return s.v > 1
class B:
    def __bool__(s): raise ValueError('no truth')
print(sum(x for x in [1, 2, 3]), sum(x for x in [1, 2.5, 3]), sum(x for x in [0.1] * 10), sum(0.1 for _ in range(10)))
print(sum(x for x in [1, 1 << 70, 0.5]), sum(x for x in [2**53 - 1, 5, 7]), sum(x for x in [2**53 - 1, 5, 7.0, 1]))
print(sum(V(x) for x in range(4)).v, sum(x for x in [1, V(2), 3, False, True]).v, sum(x for x in [1.5, V(2)]).v)
print(sum(x > 2 for x in range(6)), sum(x > 2 or x for x in range(6)), sum((True for _ in range(3))), sum(x for x in [True, 1.5, True, False]))
print(sum(-1 for _ in range(5)), sum(1 for x in range(10) if x % 3), sum(10**30 for _ in range(3)), sum(x for x in []), sum(float(x) for x in []))
print(sum(float('inf') * x for x in (1, 2)), sum(x for x in (float('inf'), float('-inf'))), sum(1e308 for _ in range(3)), sum(x for x in (1e16, 1.0, -1e16)))
print(sum(x * y for x, y in zip([1.5, 2], [2, 3.5])), sum(x * y for x, y in zip([1, 2, 3], [1, 2])), sum(x * y for x, y in zip(iter([1, 2]), range(9))))
for f in (lambda: sum(x for x in [1, 'a']), lambda: sum(x for x in ['a']), lambda: sum(x for x in [1.5, None]), lambda: sum(1 / x for x in [1, 0]), lambda: any(B() for x in [1]), lambda: all(B() for _ in [1]), lambda: any(x > 'a' for x in [1]), lambda: sum(a for a, b in zip([1], 5)), lambda: sum(a for a, b in zip([1], [2], strict=True)), lambda: list(a for a, b in zip([1], [(2)], [3]))):
    try:
        print(f())
    except Exception as e:
        tb, names = e.__traceback__, []
        while tb: names.append(tb.tb_frame.f_code.co_name); tb = tb.tb_next
        print(type(e).__name__, e, names)
print(any(x for x in [0, '', None]), any(x for x in [0, V(2)]), all(x for x in [1, V(1)]), all(x for x in []), any(x == 3 for x in range(5)), all(not x for x in [0, '']), any(x in 'abc' for x in 'xyzc'), all(x is None for x in [None]))
print(tuple(x * 1.5 for x in range(3)), list(x for x in 'abc'), sorted(-x for x in range(3)), ','.join(str(x) for x in range(4)), set(x % 2 for x in range(5)), max(x * 2 for x in range(4)), min(len(x) for x in ['a', 'bb']))
it = iter(range(10))
print(any(x > 3 for x in it), next(it), all(x < 7 for x in it), next(it), sum(x for x in it))
def deep(n): return sum(deep(n - 1) for _ in range(1)) if n else 1
print(deep(50))
try: deep(10**5)
except RecursionError as e: print('RecursionError')
