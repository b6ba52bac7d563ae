# pymp: python=3
"""Structures and arrays of them in shared memory, with each start method."""
import multiprocessing as mp
from ctypes import Structure, c_double
class Point(Structure): _fields_ = [('x', c_double), ('y', c_double)]
def modify(A): 
    for a in A: a.x **= 2; a.y **= 2
def one(p): p.x = 5
if __name__ == '__main__':
  for method in 'fork', 'spawn', 'forkserver':
    ctx = mp.get_context(method)
    A = ctx.Array(Point, [(1.875,-6.25), (-5.75,2.0)])
    p = ctx.Process(target=modify, args=(A,)); p.start(); p.join(); print([(a.x, a.y) for a in A])
    A = ctx.RawArray(Point, 2)
    p = ctx.Process(target=modify, args=(A,)); p.start(); p.join(); print([(a.x, a.y) for a in A])
    A = ctx.RawValue(Point, 2)
    p = ctx.Process(target=one, args=(A,)); p.start(); p.join(); print(A.x)
    A = ctx.Value(Point, 2)
    p = ctx.Process(target=one, args=(A,)); p.start(); p.join(); print(A.x)
    A = ctx.RawArray(c_double * 2, 2)
    A[0][0] = 5
    p = ctx.Process(target=print, args=(A[0][0],)); p.start(); p.join(); print(A[0][1])
