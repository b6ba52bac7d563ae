# pymp: python=2
"""sys.exitfunc runs at the end, after an error too, and not in the children of multiprocessing."""
import multiprocessing
import sys


def bye():
    print 'bye', sys.argv[1:]
    raise SystemExit(3)


def work():
    print 'worker'


sys.exitfunc = bye
p = multiprocessing.Process(target=work)
p.start()
p.join()
print p.exitcode
raise ValueError('the end')
