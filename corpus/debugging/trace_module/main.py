# trace.Trace: counts, lines as they run, functions and who calls them.
import os
import sys
import trace


def f(n):
    t = 0
    for i in range(n):
        t += i
    return t


def twice():
    return f(1) + f(2)


tracer = trace.Trace(ignoredirs=[sys.prefix, sys.exec_prefix], trace=0, count=1, countfuncs=0)
print(tracer.runfunc(f, 3))
for (file, line), n in sorted(tracer.results().counts.items()): print(os.path.basename(file), line, n)
tracer = trace.Trace(count=0, trace=1)
tracer.runfunc(twice)
tracer = trace.Trace(count=0, trace=0, countfuncs=1)
tracer.runfunc(twice)
print(sorted((module, name) for _, module, name in tracer.results().calledfuncs))
tracer = trace.Trace(count=0, trace=0, countcallers=1)
twice()
tracer.runfunc(twice)
print(sorted((a[2], b[2]) for a, b in tracer.results().callers if 'runfunc' not in a[2]))
tracer = trace.Trace(count=1, trace=0)
tracer.run('f(2)')
print(sorted(n for (file, line), n in tracer.results().counts.items() if file.endswith('main.py')))
tracer.results().write_results(summary=True, coverdir='covered')
with open(os.path.join('covered', '__main__.cover' if os.path.exists('covered/__main__.cover') else 'main.cover')) as f:
    print(f.read())
