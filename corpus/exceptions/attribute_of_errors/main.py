"""Errors of attributes say of which one, whoever raised them; what was probably meant."""
import sys
sys.stderr = sys.stdout
import traceback
def f():
    print(x)
    x = 1
try: f()
except UnboundLocalError as e: print(e.name, e.args)
class A:
    blech=1
    def __getattr__(self, a): raise AttributeError()
try: A().bluch
except AttributeError as e: print(e.name, type(e.obj).__name__, e.args)
try: getattr(A(), 'bluch')
except AttributeError as e: print(e.name, type(e.obj).__name__, e.args)
class A:
    blech=1
    def __getattribute__(self, a): raise AttributeError('f', 3)
try: A().bluch
except AttributeError as e: print(e.name, type(e.obj).__name__, e.args)
class A:
    blech=1
    @property
    def p(self): raise AttributeError('f', 3)
try: A().p
except AttributeError as e: print(e.name, type(e.obj).__name__, e.args)
class M(type):
    def __getattr__(self, a): raise AttributeError('f', 3)
class A(metaclass=M):pass
try: A.p
except AttributeError as e: print(e.name, type(e.obj).__name__, e.args)
try: A.p()
except AttributeError as e: print(e.name, type(e.obj).__name__, e.args)
def func():
    stream = io.StringIO()
try: func()
except NameError as e: traceback.print_exc()
try: func()
except NameError as e: sys.__excepthook__(type(e),e,e.__traceback__)
class B:
    def method(self):
        pass
try:
    B().method.missing
except AttributeError as e:
    print(e)
sys.__excepthook__(int, 42, None)
print(type(sys.stdlib_module_names), 'io' in sys.stdlib_module_names)
