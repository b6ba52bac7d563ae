"""Texts without functions that are evaluated again and again: each time with its own variables, also while it runs already."""
import sys, traceback
def outer(n):
    loc = n
    return eval("loc * 2 + (outer(n - 1) if n else 0)")
print(outer(5))
def frames(k):
    return eval("sys._getframe()", {'sys': sys, 'k': k})
fs = [frames(i) for i in range(3)]
print([f.f_globals['k'] for f in fs], [f.f_locals['k'] for f in fs])
errs = []
for i in range(3):
    try:
        eval("1 / zero", {'zero': 0, 'tag': i})
    except ZeroDivisionError as e:
        errs.append(e)
print([e.__traceback__.tb_next.tb_frame.f_globals['tag'] for e in errs])
for i in range(3):
    ns = {}
    exec("a = 1\nb = a + i", {'i': i}, ns)
    print(ns)
code = compile("x = y + 1\nglobals()['seen'] = locals() is globals()", 'f', 'exec')
for i in range(3):
    d = {'y': i}
    exec(code, d)
    print(d['x'], d['seen'])
def inner():
    y = 10
    exec(code, globals(), {'y': 2})
    return eval('y', {'y': y}), eval('y')
print(inner(), seen)
class D(dict):
    def __missing__(self, k): return k.upper()
print(eval('abc + d', {}, D(d='x')), eval('abc + d', {}, D()))
try: eval('nope')
except NameError as e: print(e)
try: eval('nope')
except NameError as e: print(e)
print(eval('[v for v in (1, 2)]'), eval('(lambda: q)()', {'q': 1}), eval('(lambda: q)()', {'q': 2}))
fns = []
for i in range(3):
    ns = {'i': i}
    exec('def f(): return i', ns)
    fns.append(ns['f'])
print([f() for f in fns])
print(eval("__name__"), eval("__name__", {'__name__': 'zz'}))
print(eval("eval('a + 1') + a", {'a': 1}), eval("eval('a + 1') + a", {'a': 2}))
g = (eval('i * 2', {'i': i}) for i in range(3))
print(list(g))
print(eval("dir()", {'__builtins__': {'dir': dir}, 'x': 1}), eval("vars()", {'a': 1}, {'b': 2}), eval("locals()", {'a': 1}, {'b': 3}))
try: eval("len", {'__builtins__': {}})
except NameError as e: print(e)
print(eval("len('abc')"))
