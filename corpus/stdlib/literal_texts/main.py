# pymp: python=3
"""ast.literal_eval of texts with nothing unusual in them, and of those with something."""
import ast

TEXTS = [
    '1', ' -5', '+7', '-0', '007', '1_000', '123456789012345678901234567890', '1.5', '-0.0', '.5', '5.', '1e3', '1E-2', '1.e5',
    '0x1f', '3j', '1+2j', '-1 - 2j', '1 + 2', 'True', 'None', 'False', 'Truex', 'nan', 'set()', 'set', 'f(1)',
    "'abc'", '"it\'s"', "''", '""', "'''a'''", "'a' 'b'", r"'a\n\x41'", "'a\nb'", "b'abc'", "u'x'", "r'\\n'", "f'{1}'", "'é€😀'",
    '[]', '[ ]', '[1, 2,3]', '[1,]', '[,]', '[1,,2]', '[1 2]', '[1', '1]', '()', '(1)', '(1,)', '(1, 2)', '1, 2', '((1, 2), [3])',
    '{}', "{'a': 1, 'b': [1, 2, {'c': None}]}", '{1: 2, 1: 3}', '{1, 2, 3}', '{1,}', '{1: 2,}', '{1: 2, 3}', '{1, 2: 3}', '{[]: 1}', '{[], 1}', '{{}}',
    '{(1, 2): 3, 4.5: True, True: 1}', '[1, # comment\n 2]', '[\n  1,\n  2\n]\n', '1\n', '\n1', ' \t[1]', '[1]\n\n', '1;', '1 2', '--1', '- 1', '[-1, +2, - 3]',
    '', ' ', 'a', "{'a': b}", '[1, *[2]]', '{**{}}', '1 if 1 else 2', '(yield)', 'lambda: 1', '[x for x in y]', '1 < 2', 'not 1', '~1', '"\0"', '[' * 60 + ']' * 60,
    '\x0c1', '[1,\r\n2]', '[1,\x0b2]', '1\x00', '１', "'a", '5.5.5', '1e', '1.5e+10', '0', '00', '0.0', '-00', '12345678901234567', '[12.50, 1e400]',
]
for text in TEXTS:
    try:
        value = ast.literal_eval(text)
        print(repr(text)[:40], '->', repr(value), type(value).__name__)
    except Exception as e:
        print(repr(text)[:40], type(e).__name__, str(e).split(' at 0x')[0])

# Not a text, no text at all, and a parser of the program's own.
print(ast.literal_eval(ast.parse('[1, 2]', mode='eval')), ast.literal_eval(ast.Constant(5)))
for wrong in (5, b'1', None, [1]):
    try:
        print(ast.literal_eval(wrong))
    except Exception as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])
try:
    ast.literal_eval()
except TypeError as e:
    print(e)
print(ast.literal_eval(node_or_string='(1, "x")'), ast.literal_eval.__name__)
a, b = ast.literal_eval('[]'), ast.literal_eval('[]')
print(a is b, a == b)

original = ast.parse
ast.parse = lambda text, **options: original('"parsed " + ""'.split(' +')[0], **options)
print(ast.literal_eval('[1]'))
