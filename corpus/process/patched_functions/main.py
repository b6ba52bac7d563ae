"""What the program has put in the place of a function of the library stands there in its children too."""
import os, heapq, collections, json, time, functools, random
from multiprocessing import Process
os.getpid = lambda: 'patched'
heapq.heappush = lambda *a: 'push'
collections.deque = list
functools.reduce = 5
time.time = lambda: 3
def show():
    print(os.getpid(), heapq.heappush([], 1), collections.deque('ab'), functools.reduce, time.time(), flush=True)
show()
p = Process(target=show); p.start(); p.join()
def inner():
    import os, heapq, collections, functools
    print(os.getpid(), heapq.heappush([], 1), collections.deque('ab'), functools.reduce, flush=True)
p = Process(target=inner); p.start(); p.join()
if os.fork() == 0:
    inner(); os._exit(0)
os.wait()
