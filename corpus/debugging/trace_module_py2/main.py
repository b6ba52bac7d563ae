# pymp: python=2
# trace.Trace of Python 2: counts, lines as they run, functions and who calls them.
import os
import sys
import trace


def f(n):
    """Adds."""
    t = 0
    for i in range(n):
        t += i
    return t


class Twice(object):
    def call(self):
        return f(1) + f(2)


tracer = trace.Trace(ignoredirs=[sys.prefix, sys.exec_prefix], trace=0, count=1, countfuncs=0)
print tracer.runfunc(f, 3)
for (file, line), n in sorted(tracer.results().counts.items()): print os.path.basename(file), line, n
tracer = trace.Trace(count=0, trace=1)
tracer.runfunc(Twice().call)
tracer = trace.Trace(count=0, trace=0, countfuncs=1)
tracer.runfunc(Twice().call)
print sorted((module, name) for _, module, name in tracer.results().calledfuncs)
tracer = trace.Trace(count=0, trace=0, countcallers=1)
tracer.runfunc(Twice().call)
print sorted((a[2], b[2]) for a, b in tracer.results().callers if 'runfunc' not in a[2])
tracer = trace.Trace(count=1, trace=0, outfile='counts')
tracer.runfunc(f, 2)
tracer.results().write_results(summary=True, coverdir='covered')
print open(os.path.join('covered', os.listdir('covered')[0])).read()
again = trace.CoverageResults(infile='counts', outfile='counts')
again.update(tracer.results())
print sorted(again.counts.values())
