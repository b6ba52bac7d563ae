# pymp: python=2,3
# Event streams of many statements, in the order and on the lines of CPython.
import sys

events = []

def tracer(frame, event, arg):
    if frame.f_code.co_filename != tracer.__code__.co_filename:
        return None
    if event == 'exception':
        arg = arg[0].__name__
    elif not isinstance(arg, (int, str, type(None))):
        arg = type(arg).__name__
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, arg))
    return tracer

def run(f, *args):
    del events[:]
    sys.settrace(tracer)
    try:
        f(*args)
    except Exception as e:
        sys.settrace(None)
        print('raised %s' % type(e).__name__)
    finally:
        sys.settrace(None)
    print('== %s' % f.__name__)
    last = None
    line = ''
    for name, event, n, arg in events:
        if name != last:
            if line: print(line)
            line = name + ':'
        last = name
        line += ' %s%d%s' % (event[0] if event != 'line' else '', n, '' if arg is None else '=' + str(arg))
    print(line)

def whiles(n):
    while n:
        n -= 1
        if n == 2:
            continue
        if n == 1:
            break
    else:
        n = 7
    while True:
        n += 1
        if n > 3:
            break
    while n: n -= 1
    while 1:
        return n
run(whiles, 5)
run(whiles, 1)

def nested(n):
    total = 0
    for i in range(n):
        for j in range(i):
            if (i + j) % 2:
                total += 1
            elif i > j:
                total -= 1
            else:
                total = 0
    for i in []: pass
    for i in [1, 2]: total += i
    return total
run(nested, 4)

def handlers(k):
    try:
        if k == 0:
            raise KeyError(k)
        elif k == 1:
            [][k]
        elif k == 2:
            return 'early'
        else:
            k += 1
    except KeyError:
        k = 10
    except (IndexError,
            ValueError) as e:
        k = 11
        raise TypeError
    else:
        k = 12
    finally:
        k += 1
    return k
for k in range(4): run(handlers, k)

def reraises():
    try:
        try:
            1 // 0
        except ZeroDivisionError:
            x = 1
            raise
    finally:
        y = 2
run(reraises)

def bare():
    try:
        raise ValueError
    except:
        pass
    try:
        int('x')
    except ValueError: z = 1
run(bare)

class CM(object):
    def __init__(self, swallow): self.swallow = swallow
    def __enter__(self):
        return self
    def __exit__(self, *a):
        return self.swallow

def withs(k):
    with CM(True) as a, CM(False) as b:
        if k == 0:
            return 5
        x = 1
    with CM(k == 1):
        raise ValueError(k)
    for i in range(2):
        with CM(False):
            if i == 0:
                continue
            break
    return x
for k in range(3): run(withs, k)

def gen(n):
    for i in range(n):
        got = yield i
        if got:
            yield got
    try:
        yield 'try'
    finally:
        got = 'done'

def uses():
    for v in gen(2):
        pass
    g = gen(1)
    next(g)
    g.send(5)
    g.close()
    g = gen(0)
    next(g)
    try:
        g.throw(KeyError)
    except KeyError:
        pass
    return list(x * 2 for x in gen(0))
run(uses)

def lines():
    a = dict(
        x=1,
        y=len(
            'abc'))
    b = [
        a,
        2]
    c = (a and
         b)
    d = (1,
         2,
         3)
    e = {
        'a': a,
        'b': 2,
    }
    f = a.get('x') + \
        a.get(
            'y')
    if (a
            and b):
        g = 1
    s = ('abc'
         'def')
    h = c if a else \
        d
    x, y = \
        d[0], \
        d[1]
    assert f, \
        'never'
    return max(1,
               2)
run(lines)

def deco(f):
    return f
def decos(*a):
    return deco

def defines():
    def plain(): pass
    @deco
    @decos(1,
           2)
    def decorated(
            a=1,
            b=len('')):
        return a
    class K(object):
        """Text."""
        x = 1
        def m(self):
            return 1
        @deco
        def n(self): return 2
    @deco
    class L(K,
            object):
        pass
    f = lambda q: q + 1
    g = lambda: (
        f(1))
    g()
    decorated()
    return K().m() + L().n()
run(defines)

def inline():
    a = [i for i in range(2)]
    b = [i
         for i in range(3)
         if i]
    c = sum(i for i in a)
    d = sum(i
            for i in a
            if i)
    return d
run(inline)

def misc():
    global G
    G = 1
    x = y = 2
    del x
    pass
    'text'

    import os
    from os import (path,
                    sep)
    x = not y
    x = 1 if y else 2
    if not x: y = 3
    if x: pass
    elif y: x = 3
    return
if sys.version_info[0] == 2: misc.__code__
run(misc)

def recursive(n):
    if n: return recursive(n - 1)
    raise KeyError
run(recursive, 2)
