"""What `compile(optimize=…)` leaves out, and what code objects say of their free variables."""
import builtins
import types

TEXT = '''"""of the module"""
def f():
    """of f"""
    assert False, 'asserted'
    return __debug__
class C:
    "of C"
if __debug__:
    print('debugging')
else:
    print('not debugging')
'''
for level in (-1, 0, 1, 2):
    names = {}
    exec(compile(TEXT, 'text', 'exec', optimize=level), names)
    try:
        result = names['f']()
    except AssertionError as e:
        result = e.args
    print(level, result, names['f'].__doc__, names['C'].__doc__, names.get('__doc__', 'none'))
for text in ('"doc"\nx = 1', 'x = 1', '"doc"', 'b"doc"', 'f"doc"'):
    names = {}
    exec(text, names)
    print(sorted(names), names.get('__doc__'))
    names, local = {}, {}
    exec(text, names, local)
    print(sorted(names), sorted(local))


def make():
    zeta = result = 0
    b = 3
    a = 2

    def multiply():
        nonlocal result, b, a
        result = a * b

    def tell():
        return result, zeta, new

    new = 5
    return multiply, tell


multiply, tell = make()
print(multiply.__code__.co_freevars, tell.__code__.co_freevars, make.__code__.co_cellvars)
print([cell.cell_contents for cell in tell.__closure__])
exec(multiply.__code__, globals(), closure=multiply.__closure__)
print(tell())
cells = types.CellType(35), types.CellType(72), multiply.__closure__[2]
exec(multiply.__code__, globals(), closure=cells)
print(tell())
for closure in (None, cells[:2], list(cells), (int,) * 3):
    try:
        exec(multiply.__code__, globals(), closure=closure)
    except TypeError as e:
        print(e)
for names in ({}, types.MappingProxyType({}), {'__build_class__': __build_class__, 'x': 1}, dict(vars(builtins))):
    try:
        exec('class A: pass', {'__builtins__': names, '__name__': 'm'})
        print('made')
    except NameError as e:
        print(e)


# A function of the program's own in the place of `__build_class__`.
usual = builtins.__build_class__


def build(body, name, *bases, **keywords):
    print('building', type(body).__name__, body.__name__, name, [base.__name__ for base in bases], keywords)
    return usual(body, name, *bases, **keywords)


builtins.__build_class__ = build
class A:
    x = 1
    def tell(self):
        return __class__.__name__
class B(A, metaclass=type):
    y = 2
    def tell(self):
        return 'B ' + super().tell()
builtins.__build_class__ = usual
print(B.x, B.y, B().tell(), B.__qualname__)
class C(B):
    pass
print(usual(lambda: None, 'D', A).__name__, usual.__name__)
for args in ((), (1,), (1, 2), (lambda: None, 2)):
    try:
        usual(*args)
    except TypeError as e:
        print(e)
