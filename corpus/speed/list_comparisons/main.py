# Comparisons of lists: hot first, then with lists that compare in their own way and lists that hold themselves.
class L(list):
    def __eq__(self, o): return 'own'
    def __lt__(self, o): return 'less'
def same(a, b): return a == b, a != b, a < b, a >= b
def run(n):
    for i in range(n): same([1, i], [1, 2])
    for a in ([1, 2], [1.5, 2.5], [], ['a'], L([1, 2]), (1, 2), [float('nan')], [[1], [2]], [None], [1, 'a']):
        for b in ([1, 2], [1.5, 2.5], [], ['b'], L([1, 2]), (1, 2), [[1], [3]], [1, 2.0], [True, 2]):
            try: print(same(a, b))
            except TypeError as e: print(a == b, a != b, type(e).__name__)
    x = []; x.append(x); y = []; y.append(y)
    print(x == x)
    try: x == y
    except RuntimeError as e: print(type(e).__name__)
    n = float('nan'); l = [n]
    print(l == l, l == [n], [n, 1] == [n, 1], [0.0] == [-0.0])
    a = [1.5, 2.5]; print(a == [1.5, 2.5], a < [1.5, 3.0], a)
run(3000)
