"""Variables of outer functions: bound, late, deleted by somebody else; names of functions that become classes."""
def outer(flag):
    x = 1
    if flag:
        y = 2
    def f():
        return x, y
    def g():
        nonlocal x
        del x
    return f, g
f, g = outer(True)
print(f())
g()
try: print(f())
except NameError as e: print(e)
f, g = outer(False)
try: print(f())
except NameError as e: print(e)
def late():
    def h(): return z
    try: h()
    except NameError as e: print(e)
    z = 5
    def k(): return z
    print(h(), k())
    try: raise KeyError
    except KeyError as e:
        def m(): return e
        print(repr(m()))
    try: m()
    except NameError as e2: print(e2)
late()
def loops():
    r = []
    for i in range(3):
        w = i
        r.append(lambda: (w, i))
    del w
    try: r[0]()
    except NameError as e: print(e)
    return [q for q in (lambda: i, lambda: len(r))]
print([q() for q in loops()])
def cls():
    a = 1
    class C:
        b = a
        def m(self): return a
    return C.b, C().m()
print(cls())
def gen():
    n = 3
    g = (n * i for i in range(n))
    n = 4
    return list(g)
print(gen())
def cond():
    for i in []:
        v = 1
    return lambda: v
try: cond()()
except NameError as e: print(e)
def tr():
    try:
        q = 1
        raise ValueError
    except ValueError:
        pass
    return lambda: q
print(tr()())
def swap(n):
    global len
    k = 0
    for i in range(n):
        k += len('ab')
        if i == n // 2: len = S
    return k
class S:
    def __new__(cls, x): return 10
print(swap(4000))
def fn(x): return 1
def callit(n):
    global fn
    t = []
    for i in range(n):
        t.append(fn(i))
        if i == n - 2: fn = S
    return t[-1], len('abc')
print(callit(3000))
