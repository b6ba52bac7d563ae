import sys
def f(): pass
try:
    def gen():
        try:
            yield 1
            raise TypeError()
        except TypeError as e:
            print(type(e.__context__), sys.exception() is e)
        print(sys.exception())
        yield 2
        print(sys.exception())
        yield 3
    g = gen(); next(g)
    try:
        1/0
    except ZeroDivisionError:
        next(g)
    next(g)
finally: pass
import sys
def f():
    for i in range(3):
        try: 1/0
        finally: continue
    print(sys.exception())
    while True:
        try: 1/0
        finally: break
    print(sys.exception())
    try: raise ValueError
    finally: return 1
f(); print(sys.exception())
def g():
    try:
        try: 1/0
        finally:
            if sys.exception() is None: return
            {}['x']
    except KeyError as e: print(repr(e.__context__))
    print(sys.exception())
g()
ns={}; gl={}
exec("""
def f():
    y = 1
    def g():
        global y
        return y
    return g
y = 9
r = f()()
""", gl, ns); print(ns['r'])
class C:
    try: [__class__ for x in (1,)]
    except NameError as e: print(type(e), e)
