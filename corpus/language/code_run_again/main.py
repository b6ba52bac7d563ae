"""A code that is run again and again: in the same namespace, in others, within itself, and after names have changed."""
from __future__ import print_function

square = compile('x * x', '<expr>', 'eval')
x = 3
print([eval(square, {'x': i}) for i in range(4)])
total = 0
for x in range(2000):
    total += eval(square)
print(total)
x = 'ab'
try:
    eval(square)
except TypeError as e:
    print(e)
x = 1.5
print(eval(square), eval(square, {'x': 2}), eval(square, {'x': 2}, {'x': 4}), eval(square))

body = compile('count = count + 1\ndef f():\n    return count\nif count < limit:\n    again()\ndone = count\n', '<body>', 'exec')
space = {'count': 0, 'limit': 4}
space['again'] = lambda: run(body, space)
kept = []


def run(code, where):
    eval(code, where)
    kept.append(where['f'])


run(body, space)
print(space['count'], space['done'], [f() for f in kept], len(set(kept)), len(set(f.__code__ for f in kept)))
other = {'count': 10, 'limit': 0, 'again': None}
run(body, other)
run(body, space)
print(other['count'], space['count'], kept[-2](), kept[-1](), kept[0]())


def local():
    y = 2
    return eval(compile('y + z', '<local>', 'eval'), {'z': 5}, {'y': y})


print(local(), local())
fail = compile('1 / n', '<fail>', 'eval')
for n in (1, 0, 2):
    try:
        print(eval(fail))
    except ZeroDivisionError as e:
        print('ZeroDivisionError')
names = {}
module = compile('import math\nclass C(object):\n    size = 3\nvalue = math.floor(2.5) + C.size\n', '<m>', 'exec')
classes = []
for i in range(3):
    eval(module, names)
    classes.append(names['C'])
print(names['value'], len(set(classes)), [c.__name__ for c in classes])
size = compile('len("abc")', '<size>', 'eval')
space = {}
print(eval(size, space), eval(size, space))
space['__builtins__'] = {'len': lambda text: text.upper()}
print(eval(size, space))
space['len'] = lambda text: 'own'
print(eval(size, space))
del space['len'], space['__builtins__']
print(eval(size, space))
