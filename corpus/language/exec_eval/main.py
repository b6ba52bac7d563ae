"""Code that is made at run time."""
namespace = {'base': 10}
exec('result = base * 2\ndef double(x):\n    return x * 2', namespace)
print(namespace['result'], namespace['double'](21))
print(eval('base + 1', namespace), eval('a + b', {'a': 1}, {'b': 2}))
code = compile('sum(n for n in range(limit))', '<made>', 'eval')
print(eval(code, {'limit': 5}))
try:
    eval('1 +')
except SyntaxError as error:
    print('SyntaxError', error.msg, error.lineno)
try:
    exec('x = 1\ny = undefined_thing')
except NameError as error:
    print(error)


def scoped():
    local = 5
    return eval('local * 3')


print(scoped())
exec('created = "at module level"')
print(created)
print([eval(text) for text in ('1 if 0 else 2', '"a" "b"', '(1,)', '{**{}}', '...', '0x_ff')])
print(type(compile('x = 1', 'f', 'exec')).__name__)
