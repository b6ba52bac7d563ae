def t(*a):
    try: print(type(*a))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
t('A', (), {'__slots__': b'x'}); t('A', (int,), {'__slots__': 'x'}); t('A', (), {'__slots__': ''}); t('A', (), {'__slots__': '42'}); t('A', (), {'__slots__': 'x\x00y'})
t('A', (), {'__slots__': 'x', 'x': 0}); t('A', (), {'__slots__': ('__dict__', '__dict__')}); t('A', (), {'__slots__': ('__weakref__', '__weakref__')})
class B: pass
t('A', (B,), {'__slots__': '__dict__'}); t('A', (B,), {'__slots__': '__weakref__'}); t('A', (tuple,), {'__slots__': ['x']}); t('A', (bytes,), {'__slots__': ['x']}); t('A',(tuple,),{'__slots__':()})
t('A\0', (), {}); t('A', (), {'__qualname__': b'B'}); t('A\ud800',(),{})
A=type('A',(),{'__firstlineno__':42}); print('__firstlineno__' in A.__dict__); A.__module__='x'; print('__firstlineno__' in A.__dict__)
for v in ('A\0', b'x', '\ud800'):
    try: A.__name__=v
    except Exception as e: print(type(e).__name__, ascii(str(e)))
try: del A.__name__
except Exception as e: print(type(e).__name__, e)
try: del A.__qualname__
except Exception as e: print(type(e).__name__, e)
try: A.__type_params__=3; print(A.__type_params__)
except Exception as e: print(type(e).__name__, e)
try: del A.__type_params__; print(A.__type_params__)
except Exception as e: print(type(e).__name__, e)
try: int.__type_params__=()
except Exception as e: print(type(e).__name__, e)
try: del A.__module__
except Exception as e: print(type(e).__name__, e)
try: del A.__bases__
except Exception as e: print(type(e).__name__, e)
class C(B):
    x: int
class D(C): pass
print(D.__annotations__, C.__annotations__, B.__annotations__)
try: int.__annotations__
except Exception as e: print(type(e).__name__, e)
try: dir(1,2)
except Exception as e: print(type(e).__name__, e)
class Foo:
    def __dir__(self): return 7
try: dir(Foo())
except Exception as e: print(type(e).__name__, e)
class S:
    __slots__=['a']
    def f(self): pass
try: S.a.__set__(1, 2)
except Exception as e: print(type(e).__name__, e)
try: S.a.__get__(1)
except Exception as e: print(type(e).__name__, e)
try: S.a.__delete__(1)
except Exception as e: print(type(e).__name__, e)
class W(object): __slots__=['__weakref__']
print(hasattr(W(), '__weakref__'), W().__weakref__, hasattr(W(), '__dict__'))
print(sorted(C.__dict__))
class Meta(type): __annotations__ = 3
def g(): yield
print(type(g()).__name__, type(g()).__qualname__, int.__class__, type.__name__, type.__class__, object.__class__, type(None).__name__)
class C:
    __name__ = 'x'
    @property
    def __class__(self): return int
    @property
    def __qualname__(self): return 3
print(C.__name__, C().__name__, C.__class__, C().__class__)
class M(type):
    @property
    def __name__(cls): return 'via meta'
class D(metaclass=M): pass
print(D.__name__, M.__name__, C.__dict__['__name__'])
print((lambda: 0).__class__, type(lambda: 0).__name__, len.__name__, type(len).__name__)
print(None.__class__, (1).__class__, type(g().__next__).__name__, g.__class__.__class__)
class E(Exception):
    __class__ = str
print(E().__class__, type(E()), isinstance(E(), str), E.__class__)
