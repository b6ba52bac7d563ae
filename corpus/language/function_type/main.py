# types.FunctionType: functions made of the code of others
import types
def g(a, b=20): return a + b + K
K = 1
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
F = types.FunctionType
t(lambda: F(g.__code__, {'K': 100})(1, 2))
t(lambda: F(g.__code__, globals(), 'nm', (5,))(1))
t(lambda: F(g.__code__, globals(), 'nm', (5,)).__name__)
t(lambda: F(g.__code__, globals(), None, None, None).__qualname__)
t(lambda: F(g.__code__, globals(), 5))
t(lambda: F(g.__code__, globals(), 'x', 5))
t(lambda: F(g.__code__, globals(), 'x', (), 5))
t(lambda: F(g.__code__, globals(), 'x', (), (1,)))
t(lambda: F(g.__code__, 5))
t(lambda: F(5, {}))
t(lambda: F(g.__code__))
t(lambda: F())
def o(x):
    def i(): return x
    return i
i = o(5)
t(lambda: F(i.__code__, globals()))
t(lambda: F(i.__code__, globals(), None, None, ()))
t(lambda: F(i.__code__, globals(), None, None, (5,)))
t(lambda: F(i.__code__, globals(), None, None, i.__closure__)())
t(lambda: F(i.__code__, globals(), closure=o(9).__closure__)())
t(lambda: F(code=g.__code__, globals={'K': 5}, name='q', argdefs=(7,), closure=None)(1))
c = types.CellType(77) if hasattr(types, 'CellType') else o(77).__closure__[0]
t(lambda: F(i.__code__, globals(), 'z', None, (c,))())
c = compile('def zz(x): return x * Q', 'f', 'exec')
code = [k for k in c.co_consts if hasattr(k, 'co_name')][0]
t(lambda: F(code, {'Q': 3})(5))
def kw(*, a, b=3): return a, b
if 1:
    ff = F(kw.__code__, globals()); ff.__kwdefaults__ = {'a': 1, 'b': 2}
    t(lambda: ff())
t(lambda: F(g.__code__, {}).__module__)
t(lambda: F(g.__code__, {'__name__': 'mm'}).__module__)
t(lambda: F(g.__code__, {}).__globals__)
t(lambda: isinstance(F(g.__code__, {}), F))
def copy_func(f):
    import functools
    n = F(f.__code__, f.__globals__, name=f.__name__, argdefs=f.__defaults__, closure=f.__closure__)
    n = functools.update_wrapper(n, f); n.__kwdefaults__ = f.__kwdefaults__; return n
t(lambda: copy_func(g)(1))
def rec(n): return 1 if n < 2 else n * rec(n - 1)
ns = {}; exec('def rec(n): return -1', ns)
t(lambda: F(rec.__code__, ns)(5))
t(lambda: F(rec.__code__, globals())(5))
try: F(rec.__code__, {})(3)
except NameError as e: print(e)

def moved(): pass
del moved.__module__
print(moved.__module__, moved.__dict__)
moved.__module__ = 'elsewhere'
print(moved.__module__)
