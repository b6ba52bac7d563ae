# pymp: python=2,3
"""What may be the most that a queue holds."""
from __future__ import print_function
import multiprocessing as mp

for n in ('a', None, 2.5, -1, 3, 2**40, [], 0.0):
    try:
        q = mp.Queue(n); print(n, q._maxsize)
    except Exception as e: print(n, type(e).__name__, e)
    try:
        q = mp.JoinableQueue(n); print(n, q._maxsize)
    except Exception as e: print(n, type(e).__name__, e)
