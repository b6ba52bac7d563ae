# pymp: python=2,3
"""What exec runs, and modules, have the namespace of the builtins; in a child it is the child's own."""
from __future__ import print_function
import os
import sys
from multiprocessing import Process
a = {}
exec('def f(x): return len(x) + n\nn = 1', a)
print(type(a['__builtins__']).__name__, sorted(k for k in a if k != '__builtins__'), a['f']('ab'))
print(type(os.__builtins__).__name__, type(__builtins__).__name__, os.__builtins__ is a['__builtins__'])
print(a['__builtins__'] is vars(__builtins__), a['__builtins__']['len'] is len)
a['__builtins__']['shout'] = lambda s: s.upper()
print(shout('x'))
del a['__builtins__']['shout']
try: shout
except NameError as e: print(e)
own = {'__builtins__': {'abs': lambda x: 'mine'}}
print(eval('abs(-1)', own))
try: eval('len("a")', own)
except NameError as e: print(e)
def show(f): print(f('abc'), type(f.__globals__['__builtins__']).__name__); sys.stdout.flush()
if __name__ == '__main__':
    p = Process(target=show, args=(a['f'],))
    p.start(); p.join(); print(p.exitcode)
    def inner(): print(sorted(set(a) - {'__builtins__'}), a['f']('zz'), len(a['__builtins__']) > 100); sys.stdout.flush()
    p = Process(target=inner)
    p.start(); p.join(); print(p.exitcode)
