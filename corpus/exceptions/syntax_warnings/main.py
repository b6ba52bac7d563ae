import warnings
def t(s):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: compile(s, '<t>', 'exec')
        except SyntaxError as e: print(repr(s), 'ERR', e); 
    print(repr(s), [(str(x.message), x.lineno, x.category.__name__) for x in w])
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('error')
        try: compile(s, '<t>', 'exec')
        except SyntaxError as e: print('   ', e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
for s in [r"'\d'", r"'a\d\z'", "'''\n\\z'''", r"b'\z'", r"'\407'", r"b'\777'", r"'\477\z'", r"f'\d{x}\z{y}\q'", r"f'\{x}'", r"rf'\d{x}'", r"f'{x:\d}'", r"'\d' '\z'", r"x = '\d'; y = '\e'", "0xfor x", "1if x else y", "1jif x else y", "0b1and x", "0o7or x", "1_0in x", "1.5is x", "1e3not in x","0xfnot in x", "[0x1for x in ()]",
 "assert (1, 'x')", "assert ()", "x is 1", "x is not 'a'", "1 is x", "x is ()", "x is (1,2)", "x is -1", "x is None", "x is ...", "x is y is 1", "(1)(2)", "[1](2)", "'a'(1)", "f'{x}'(1)", "{}()", "(x for x in y)()", "[1,2][3,4]", "(1,2)['a']", "'abc'['x']", "{1}[0]", "1[0]", "None[0]", "(lambda: 0)[0]", "[1][x]", "[1][1.5]", "[1]['a':]", "'a'[True]", "[x for x in y]['a']", "f'{x}'[1.0]", "{}['a']", "{1:2}()", "b'a'['b']", "[1](2)(3)", "def f(a=[1](2)):\n  x is 1\n  return '\\d'", "print\n'\\d'\n\n(1)(2)", "x = ('\\d'\n\n'\\e')", "class A:\n  '''\n\n   \\d'''", "f'{x!r:{1is y}}'", "x is b'a'", "(1, x) is y", "x[1](2)", "(1)[0]", "(1).real", "1 if 1 is 1 else 2", "'%s' 'a' (3)", "x is f'a'", "f''()", "def f():\n  '\\d'", "lambda: 1 is x", "x[0x1for x in y]","0xfforx", "1or 2", "0or 2", "00or 1", "0_0or 1", "1._if"]: t(s)
import re
print(re.match('\d+', '12'))
x = 5
if x is 5: print('five')
assert (x, 'never')
def f():
    return "a\q" if x is not 'b' else 1or 2
print(f())
