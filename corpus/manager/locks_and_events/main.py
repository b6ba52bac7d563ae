# pymp: python=3
"""Locks, semaphores and events of a manager: held, waited for, left held by a process that died, and after the end of their server."""
import os
import threading
import time
from multiprocessing import Manager, Process, Pool
def hold(lock, ev):
    lock.acquire(); ev.set(); time.sleep(0.3); lock.release()
def waiter(lock, q, i):
    with lock: q.put(i)
def dies(lock, ev):
    lock.acquire(); ev.set(); os._exit(3)
def sem(s, q, i):
    with s: q.put(i); time.sleep(0.01)
def ready(ev, q): q.put(ev.wait(5))
def work(a):
    lock, d, k = a
    with lock: d['n'] = d.get('n', 0) + 1
    return k
if __name__ == '__main__':
    m = Manager(); lock = m.Lock(); ev = m.Event(); q = m.Queue()
    p = Process(target=hold, args=(lock, ev)); p.start(); ev.wait()
    print(lock.acquire(False), lock.acquire(True, 0.05))
    lock.acquire(); lock.release(); p.join()
    try: lock.release()
    except RuntimeError as e: print(type(e).__name__, e)
    ps = [Process(target=waiter, args=(lock, q, i)) for i in range(5)]
    [p.start() for p in ps]; [p.join() for p in ps]; print(sorted(q.get() for _ in range(5)))
    ev.clear(); p = Process(target=dies, args=(lock, ev)); p.start(); ev.wait(); p.join(); print(p.exitcode, lock.acquire(timeout=0.1))
    s = m.Semaphore(2); ps = [Process(target=sem, args=(s, q, i)) for i in range(6)]
    [p.start() for p in ps]; [p.join() for p in ps]; print(sorted(q.get() for _ in range(6)))
    b = m.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(type(e).__name__, e)
    r = m.RLock(); r.acquire(); r.acquire(); r.release(); r.release()
    try: r.release()
    except RuntimeError as e: print(type(e).__name__, e)
    e2 = m.Event(); ps = [Process(target=ready, args=(e2, q)) for _ in range(3)]; [p.start() for p in ps]; time.sleep(0.05); e2.set(); [p.join() for p in ps]; print([q.get() for _ in range(3)], e2.is_set())
    lock = m.Lock(); d = m.dict()
    with Pool(4) as pool: print(len(pool.map(work, [(lock, d, k) for k in range(200)])), d['n'])
    d['lock'] = lock
    with d['lock']: print(lock.acquire(False))
    l2 = m.Lock(); l2.acquire()
    out = []
    th = threading.Thread(target=lambda: out.append(l2.acquire())); th.start(); time.sleep(0.05); l2.release(); th.join(); print(out)
    print(repr(lock)[:40].split('object')[0], str(lock)[:17])
    def late():
        try: l2.acquire()
        except (EOFError, ConnectionError) as e: out.append('ended')
    th = threading.Thread(target=late); th.start(); time.sleep(0.1); m.shutdown(); th.join(3); print(out, th.is_alive())
    try: lock.acquire()
    except (EOFError, ConnectionError, FileNotFoundError) as e: print('gone')
