"""Where `with` finds what it calls: on the class, whatever it is there, also after it has changed."""
class A:
    def __enter__(self): print('enter'); return 1
    def __exit__(self, *e): print('exit', [x and getattr(x, '__name__', 'x') for x in e]); return True
class Meta(type):
    def __enter__(cls): print('meta enter', cls.__name__)
    def __exit__(cls, *e): print('meta exit')
class M(metaclass=Meta):
    def __enter__(self): print('inst')
    def __exit__(self, *e): pass
class P:
    def __enter__(self): print('wrong')
    def __exit__(self, *e): print('wrong')
class S:
    __enter__ = staticmethod(lambda: print('static enter'))
    __exit__ = staticmethod(lambda *e: print('static', len(e)))
with A() as x: 1/0
with M: print('in M')
with M(): print('in M()')
try:
    with P: pass
except TypeError as e: print(e)
a = A(); a.__enter__ = lambda: print('instance')
with a: pass
with S(): pass
for bad in (5, 'x', None, 1.5, [], object()):
    try:
        with bad: pass
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
A.__enter__ = lambda self: print('patched')
with A(): pass
del A.__exit__
try:
    with A(): pass
except TypeError as e: print(e)
class Half:
    def __exit__(self, *e): pass
try:
    with Half(): pass
except TypeError as e: print(e)
class Desc:
    def __get__(self, o, t): return lambda *a: print('desc', len(a))
class D:
    __enter__ = Desc(); __exit__ = Desc()
with D(): pass
