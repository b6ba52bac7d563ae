# pymp: python=2,3
# What a tracing function gets to see and to do: variables, callers, tracing of its own for each frame, its end.
import sys

def here(frame):
    return frame.f_code.co_name

seen = []

def tracer(frame, event, arg):
    seen.append((here(frame), event, sorted((k, v) for k, v in frame.f_locals.items() if isinstance(v, (int, str)))))
    return tracer

def outer(a, b=2, *rest, **more):
    c = a + b
    def inner(d):
        e = c + d
        return e
    total = inner(len(rest))
    del a
    return total

sys.settrace(tracer)
outer(1, 2, 3, x=4)
sys.settrace(None)
for line in seen: print(line)

def callers(frame, event, arg):
    if event == 'line' and here(frame) == 'leaf':
        names = []
        f = frame
        while f is not None:
            names.append((here(f), f.f_lineno - f.f_code.co_firstlineno))
            f = f.f_back
        chains.append(names)
        same.append(frame.f_back.f_back is frame.f_back.f_back and frame.f_back is not frame)
        same.append(frame.f_globals is globals())
    return callers

def leaf():
    return 1

def gen():
    yield leaf()

def branch():
    for x in gen():
        list(map(lambda y: leaf(), [x]))
    return max([3, 1],
               key=lambda y: leaf())

chains, same = [], []
sys.settrace(callers)
branch()
sys.settrace(None)
for chain in chains: print(chain)
print(all(same))

# Frames outlive their calls, with the variables as they were last.
kept = []
def keeps(frame, event, arg):
    kept.append(frame)
    return None

def f(x):
    y = x * 2
    return y
sys.settrace(keeps)
f(4)
sys.settrace(None)
print(sorted(kept[0].f_locals.items()))
print(here(kept[0].f_back), kept[0].f_trace, sys.gettrace())

def raises():
    z = 'z'
    raise KeyError(z)
try:
    raises()
except KeyError:
    tb = sys.exc_info()[2]
    while tb.tb_next: tb = tb.tb_next
    print(tb.tb_frame.f_locals, here(tb.tb_frame))
print(sys._getframe() is sys._getframe(), sys._getframe().f_locals is globals())

# A function of a frame's own, given while it runs; and one that says no more.
def local(frame, event, arg):
    print('local %s %d' % (event, frame.f_lineno - frame.f_code.co_firstlineno))
    return local

def begins_late():
    a = 1
    sys._getframe().f_trace = local
    b = 2
    return a + b
begins_late()
sys.settrace(lambda *args: None)
begins_late()
begins_late()
sys.settrace(None)

def fails(frame, event, arg):
    if event == 'line' and frame.f_lineno == frame.f_code.co_firstlineno + 2: raise ValueError('by the tracer')
    return fails

def victim():
    try:
        x = 1
    except ValueError as e:
        return 'caught %s' % e
sys.settrace(fails)
print(victim())
print(sys.gettrace())
sys.settrace(None)

def once(frame, event, arg):
    print('once %s' % event)
    sys.settrace(None)
    return once
def called(): return 1
sys.settrace(once)
called()
called()

# Generators, thrown into and closed; a tracing function that is not interested in lines.
def noted(frame, event, arg):
    if here(frame) in ('delegates', 'source'):
        notes.append('%s %s %s' % (here(frame), event, arg[0].__name__ if event == 'exception' else arg))
    frame.f_trace_lines = False
    return noted
notes = []
def source():
    try:
        yield 1
        yield 2
    except KeyError:
        yield 3
    finally:
        notes.append('over')
def delegates():
    for v in source(): yield v
if sys.version_info[0] == 2:
    notes.append('2')
else:
    sys.settrace(noted)
    g = source()
    next(g)
    g.throw(KeyError)
    g.close()
    list(delegates())
    sys.settrace(None)
for note in notes: print(note)
