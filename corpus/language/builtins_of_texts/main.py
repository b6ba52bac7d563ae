# pymp: python=3
"""Built-in names in texts that run with a dict of their own: hidden, replaced, put in later, of a class of dict."""
import builtins
text = '''
def size(x): return len(x)
def pick(): return type(5), missing
class Z:
    n = len('abc')
    def m(self): return sorted([2, 1])
'''
class Own(dict):
    def __getitem__(self, key):
        if key == 'len': return lambda x: 'own len'
        return super().__getitem__(key)
def attempt(f, *args):
    try: return f(*args)
    except Exception as e: return '%s: %s' % (type(e).__name__, e)
for make in (dict, Own, lambda: {'len': lambda x: -1}, lambda: {'__builtins__': {'len': lambda x: -2}}, lambda: {'__builtins__': builtins}, lambda: {'__builtins__': builtins.__dict__}, lambda: {'missing': 3}):
    ns = make()
    print(attempt(exec, text.split('class')[0], ns), attempt(ns['size'], 'ab'), attempt(ns['pick']))
ns = {}
exec(text, ns)
size = ns['size']
print([size('abc') for i in range(5000)][-1])
ns['len'] = lambda x: 'later'; print(size('abc')); del ns['len']; print(size('abc'))
builtins.len, old = (lambda x: 'patched'), len
print(size('abc')); builtins.len = old; print(size('abc'))
builtins.missing = 8; print(ns['pick']()); del builtins.missing; print(attempt(ns['pick']))
ns['__builtins__'] = builtins; print(attempt(size, 'abc'))
del ns['__builtins__']; print(attempt(size, 'abc'))
exec('def here(): return len([1]), max(1, 2)', globals()); print(here())
for i in range(3): print(eval('len(q) + i', {'q': 'abc', 'i': i}), eval('len', {'len': i}), attempt(eval, 'nope', {'__builtins__': {}}), attempt(eval, 'len', {'__builtins__': {}}))

# Functions keep what was there when they were made.
ns = {'__builtins__': {'len': lambda x: 'first', '__build_class__': __build_class__, '__name__': 'own'}}
exec('def keeps(): return len("abc")', ns)
print(ns['keeps'](), sorted(ns['keeps'].__builtins__), attempt.__builtins__ is builtins.__dict__)
ns['__builtins__'] = {'len': lambda x: 'second'}
print(ns['keeps']())
exec('def later(): return len("abc")', ns)
print(ns['later'](), ns['keeps']())
ns['later'].__builtins__['len'] = lambda x: 'third'
print(ns['later'](), ns['keeps']())
try:
    attempt.__builtins__ = {}
except AttributeError as e:
    print(e)
