# pymp: python=3
"""Tokens of brackets without their other half, which inspect.getsource of a lambda comes to."""
import inspect, tokenize, io
def call(f, *a): return f
f = call(lambda x:
         x + 1)
g = call((lambda: (1,
    2)), 3)
h = [lambda: 1, lambda: (2
   )]
def deco(*a):
    def w(f): return f
    return w
@deco(1,
      2)
def k(): pass
for x in (f, g, h[0], h[1], k, call, lambda: 5):
    try: print(repr(inspect.getsource(x)))
    except Exception as e: print(type(e).__name__, e)
for s in (')', 'a)', '(a]', 'x = )', '(', '[1,', '}\n', 'f(x))', "f'{a)}'", 'a ] b'):
    try: print([(t.type, t.string) for t in tokenize.generate_tokens(io.StringIO(s).readline)])
    except BaseException as e: print(type(e).__name__, e.args)
