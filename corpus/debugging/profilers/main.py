# sys.setprofile() is told of calls, of built-in functions too; profile counts them.
import profile
import pstats
import sys
import threading

def f(n):
    if n < 2: return n
    return f(n-1) + f(n-2)
class A:
    def m(self):
        l = []
        for i in range(3): l.append(len(str(i)))
        return sorted(l)
def g():
    A().m()
    try:
        int('x')
    except ValueError: pass
    return f(5)
ev = []
def prof(frame, event, arg):
    if frame.f_code.co_filename != __file__: return
    ev.append((frame.f_code.co_name, event, frame.f_lineno, getattr(arg, '__name__', arg) if event.startswith('c_') else arg))
def gen():
    yield 1
    yield 2
def h():
    A().m()
    try:
        int('x')
    except ValueError: pass
    len(*[[1]])
    max([1], key=lambda q: q)
    list(gen())
    for x in gen(): pass
    [].append(1)
    "a".join(str(i) for i in [1])
    dict(a=1)
    isinstance(1, int)
    print('x', end='\n')
    k = A.m
    k(A())
    r = range(3)
    return 5
sys.setprofile(prof)
h()
sys.setprofile(None)
for e in ev: print(*e)

p = profile.Profile()
p.runcall(g)
p.create_stats()
for (file, line, name), (cc, nc, tt, ct, callers) in sorted(p.stats.items()):
    if file.endswith('main.py'): print(line, name, cc, nc, sorted((k[2], v) for k, v in callers.items() if '<' not in k[2]))
profile.run('f(3)', 'counted.out')
print(pstats.Stats('counted.out').total_calls > 3)

del ev[:]
threading.setprofile(prof)
t = threading.Thread(target=f, args=(1,))
t.start()
t.join()
threading.setprofile(None)
for e in ev: print(*e)


# Both at once: who traces is told first.
def both(kind):
    def told(frame, event, arg):
        if frame.f_code is f.__code__: print(kind, event, arg if event == 'return' else '')
        return told
    return told
sys.settrace(both('trace'))
sys.setprofile(both('profile'))
f(1)
sys.setprofile(None)
sys.settrace(None)
print(sys.getprofile(), sys.gettrace())
