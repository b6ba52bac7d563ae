# pymp: python=2,3
"""`globals()` wherever it may stand, and what else its name may mean."""
from __future__ import print_function
import threading
import types

try:
    import builtins
except ImportError:
    import __builtin__ as builtins

counter = 0


def count():
    globals()['counter'] += 1
    globals()['made_%d' % counter] = counter
    return counter


for _ in range(3):
    count()
print(counter, made_1, made_2, made_3)
print(globals() is globals(), globals() is count.__globals__, globals()['__name__'])


class Body(object):
    found = globals()['counter']
    names = sorted(name for name in globals() if name.startswith('made'))

    def method(self):
        return globals()['counter'], [globals()['counter'] for _ in range(2)], (lambda: globals()['counter'])()


print(Body.found, Body.names, Body().method())


def generator():
    yield globals()['counter']
    globals()['counter'] = 'set'
    yield counter


print(list(generator()), counter)


def parameter(globals):
    return globals()


def local():
    globals = lambda: 'local'
    return globals()


def enclosed():
    globals = lambda: 'enclosed'

    def inner():
        return globals()

    return inner()


print(parameter(dict), local(), enclosed())


class Named(object):
    globals = lambda: 'class'
    found = globals()


print(Named.found)


def wrong():
    try:
        return globals(1)
    except TypeError as e:
        return type(e).__name__


def starred(*args, **kwargs):
    return globals(*args, **kwargs) is globals()


print(wrong(), starred())

# The same code with other globals.
space = {'__name__': 'elsewhere', 'x': 1}
exec('def f():\n    globals()["x"] += 1\n    return x, sorted(k for k in globals() if k[0] != "_")\nr = f()', space)
print(space['r'], space['f'](), globals() is space)


def where():
    return globals().get('place', 'none'), globals()['__name__']


print(where(), types.FunctionType(where.__code__, {'place': 'given', '__name__': 'given', 'globals': globals})())
print(eval('globals()["a"]', {'a': 5}), eval('globals() is g', {'g': None}))

# In a thread.
seen = []
threads = [threading.Thread(target=lambda: seen.append(globals()['__name__'])) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(seen)

# The builtin replaced, and given back.
real = builtins.globals


def asked():
    return globals()


asked()
builtins.globals = lambda: 'replaced'
print(asked())
builtins.globals = real
print(asked() is count.__globals__)
real()['globals'] = lambda: 'of the module'
print(asked())
del real()['globals']
print(asked() is count.__globals__)
