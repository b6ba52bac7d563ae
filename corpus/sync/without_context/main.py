# pymp: python=3
"""The classes of locks and queues want a context; who holds a lock, by process and thread."""
import multiprocessing as mp, threading
from multiprocessing import synchronize as s, queues
def t(f, *a, **k):
    try: print('->', type(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
def inth(f):
    x = threading.Thread(target=f, name='T'); x.start(); x.join()
if __name__ == '__main__':
    for c in (s.Lock, s.RLock, s.Semaphore, s.BoundedSemaphore, s.Condition, s.Event, s.Barrier, queues.Queue, queues.JoinableQueue, queues.SimpleQueue):
        t(c); t(c, 1); t(c, ctx=mp.get_context())
    class L(s.Lock): pass
    t(L)
    class M(s.Lock):
        def __init__(self): super().__init__(ctx=mp.get_context('spawn'))
    t(M)
    r = mp.RLock()
    def g():
        with r: print(r)
        l = mp.Lock()
        with l: print(l)
    inth(g)
    r.acquire(); inth(lambda: print(r)); print(r)
