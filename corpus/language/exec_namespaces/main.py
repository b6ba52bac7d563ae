g={}; l={}
exec("global a\na=1\nb=2", g, l); del g['__builtins__']; print(g,l)
def f():
    x=3; y=4
    print(sorted(locals()), eval('x+y'), [eval('x') for i in (1,)], vars()==locals())
    exec('z=5'); print('z' in locals())
    return dir()
print(f())
class M(dict):
    def __getitem__(self,k):
        if k=='magic': return 'M!'
        return dict.__getitem__(self,k)
print(eval('magic', {}, M()))
print(eval('magic', M()))
try: eval('sup', {'__builtins__': {}})
except NameError as e: print(e)
try: eval('len', {'__builtins__': {}})
except NameError as e: print(e)
exec('''
x: int = 1
def g(): 
    return x
class K:
    a: str
    print(__annotations__)
print(__annotations__)
''', {})
l={}
exec('y: int = 1\ndel y', {}, l); print(l)
__annotations__[1] = 3
q: int = 3
print(__annotations__)
try: exec('x', {}, 3)
except TypeError as e: print(e)
exec('''
def f():
    try: return v
    except NameError as e: print(e)
v=1
f()
print([v for i in range(2)], list(v for i in (1,)) if 0 else 0)
''', {}, {})
class NSDict(dict): pass
def outer():
    exec('import sys; print(sorted(k for k in globals() if k in ("M","f")))')
    return globals() is outer.__globals__
print(outer())
print(eval("dir()", {}, {'p':1}), eval("locals()", {}, {'p':1}))
try: eval(1)
except TypeError as e: print(e)
try: exec(1.5)
except TypeError as e: print(e)
try: compile('1','x','foo')
except ValueError as e: print(e)
print(eval(b'1+1'), eval('  1+2'), eval('\t1'))
x=1
def f(): return x
print(eval(f.__code__), eval(f.__code__, {'x': 7}))
def outer():
    a=[1]
    def inner(): a.append(2); print(a, x)
    return inner
i=outer()
for c in (None, (), i.__closure__, [i.__closure__[0]], (1,)):
    try: exec(i.__code__, {'x':5}, closure=c)
    except TypeError as e: print(e)
try: exec('1', closure=())
except TypeError as e: print(e)
try: exec(f.__code__, closure=())
except TypeError as e: print(e)
try: eval(i.__code__)
except TypeError as e: print(e)
def g(a, b=2): pass
try: exec(g.__code__)
except TypeError as e: print(e)
