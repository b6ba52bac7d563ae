import pickle, copy
for a in [("bad.py", 1, 2), ("bad.py", 1, 2, "abcdefg", 1), ("bad.py",1,2,"x",5,6), 7]:
    try: print(repr(SyntaxError("bad bad", a)), SyntaxError("bad bad", a).end_lineno)
    except Exception as e: print(type(e).__name__, e)
e=BaseException(1)
for n in ('args','__traceback__','__cause__','__context__','__suppress_context__','__dict__'):
    try: delattr(e,n)
    except Exception as x: print(n, type(x).__name__, x)
for n,v in (('__suppress_context__', 3), ('args', 5), ('__dict__', 3),('__context__',4)):
    try: setattr(e,n,v); print(getattr(e,n))
    except Exception as x: print(n, type(x).__name__, x)
u=UnicodeEncodeError('baz','xxxxx',1,5,'foo'); u.reason=9652; print(u); u.end=2; print(u); u.encoding=4000; print(str(u))
u=UnicodeDecodeError('baz',b'xxxxx',1,5,'foo'); u.reason=9652; print(u)
i=ImportError('m', name='n', path='p'); print(copy.copy(i).name, pickle.loads(pickle.dumps(i)).path, i.__reduce__())
i.__init__('x'); print(i.name, i.path, i.msg)
for a in ((), (b'abc',), ('a','b'), (None,), ([1],)):
    i=ImportError(*a); print(repr(i.msg), str(i))
try: ImportError(foo=3)
except TypeError as e: print(e)
try: ImportError('a', foo=3, name=1)
except TypeError as e: print(e)
a=AttributeError('x', name='n', obj=3); print(a.__reduce__(), a.__getstate__()); b=pickle.loads(pickle.dumps(a)); print(b.name, b.obj)
n=NameError('x', name='y'); print(n.__reduce__(), n.name); n.__init__('z'); print(n.name)
try: NameError(bar=2)
except TypeError as e: print(e)
try: Exception(a=1)
except TypeError as e: print(e)
try: KeyError(a=1)
except TypeError as e: print(e)
try: OSError(1,2,a=1)
except TypeError as e: print(e)
class E(Exception):
    def __init__(self, *, a): self.a=a
print(E(a=3).a, E(a=3).args)
o=OSError(2,'x','f'); print(o.__reduce__(), pickle.loads(pickle.dumps(o)).filename, o.characters_written if 0 else '')
e=SyntaxError('m', ('f', 1, 2, 't')); print(e, e.print_file_and_line, e.end_lineno, pickle.loads(pickle.dumps(e)).lineno, e.__reduce__())
import sys
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
def rec(n):
    if n: return rec(n-1)
    try: sys.setrecursionlimit(5)
    except RecursionError as e: print('RE', str(e)[:38])
    return len(str(n))
rec(30)
