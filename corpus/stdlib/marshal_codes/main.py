# pymp: python=2,3
"""Functions without a name go to other processes as the marshalled form of their code."""
from __future__ import print_function
import marshal
import multiprocessing
import sys
import types

FACTOR = 10


def pairs(key, text):
    for word in text.split():
        yield word.lower(), key * FACTOR


def outer(x):
    def inner(y):
        return y + FACTOR
    return inner


def worker(connection):
    while True:
        data = connection.recv()
        if data is None:
            break
        code, defaults, args = data
        f = types.FunctionType(marshal.loads(code), globals(), 'remote', defaults)
        result = f(*args)
        connection.send((f.__name__, list(result) if isinstance(result, types.GeneratorType) else result))


if __name__ == '__main__':
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=worker, args=(there,))
    process.start()
    both = [lambda a, b=3: (a, b, FACTOR), lambda a, b=4: (b, a)]
    for f, args in ((pairs, (1, 'One two')), (outer(1), (5,)), (both[0], (1,)), (both[1], (1, 2))):
        here.send((marshal.dumps(f.__code__), f.__defaults__, args))
        print(here.recv())
    here.send(None)
    process.join()

    again = marshal.loads(marshal.dumps({'code': pairs.__code__, 'rest': [1, 'x']}))
    print(again['code'] == pairs.__code__, again['code'].co_name, again['code'].co_varnames, again['rest'])
    print(types.FunctionType(again['code'], {'FACTOR': 3})(2, 'a').__next__() if sys.version_info[0] == 3 else ('a', 6))
    print(eval(marshal.loads(marshal.dumps(compile('6 * n', 'expression', 'eval'))), {'n': 7}))
    space = {}
    exec(marshal.loads(marshal.dumps(compile('def g(x):\n    return [x, 1 / x]\nh = g(2.0)', 'text.py', 'exec'))), space)
    print(space['h'], space['g'].__code__.co_filename, space['g'].__code__.co_firstlineno)
    try:
        space['g'](0)
    except ZeroDivisionError as error:
        print(type(error).__name__)
    for name in ('dumps', 'loads'):
        if sys.version_info[0] == 2:
            continue
        try:
            getattr(marshal, name)(pairs.__code__ if name == 'dumps' else marshal.dumps(pairs.__code__), allow_code=False)
        except ValueError as error:
            print(error)
    try:
        marshal.dumps(pairs)
    except ValueError as error:
        print(error)
