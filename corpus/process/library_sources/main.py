# pymp: python=3
"""Modules, functions and classes of the library as inspect sees them."""
import copyreg
import inspect
import re
import sys

import multiprocessing as mp

print([n for n in ("context", "process", "reduction") if "multiprocessing." + n in sys.modules])
import multiprocessing.connection
import multiprocessing.pool

for m in (re, copyreg, mp, mp.pool, mp.context):
    print(m.__name__, m.__package__, m.__file__.rsplit("/", 2)[1:], m.__spec__.has_location, type(m.__loader__).__name__)
print(type(re.compile).__name__, type(copyreg.pickle).__name__, type(mp.connection.wait).__name__)
print(inspect.getmodule(mp.Process).__name__, inspect.getmodule(mp.pool.Pool).__name__, inspect.isfunction(mp.Pipe))

for o in (mp.Process, mp.pool.Pool, mp.connection.wait, mp.Process.start, mp.pool.Pool.map, mp.context.BaseContext):
    lines = inspect.getsource(o).split("\n")
    print(lines[0].strip(), "...", lines[-2].strip())
    print("   ", (inspect.getdoc(o) or "none").split("\n")[0], inspect.getsourcefile(o).rsplit("/", 1)[1])

for f in (mp.connection.wait, re.compile, mp.connection.Client):
    try:
        f(1, 2, 3, 4, 5, 6)
    except TypeError as e:
        print(e)
    try:
        f(wrong=3)
    except TypeError as e:
        print(e)
