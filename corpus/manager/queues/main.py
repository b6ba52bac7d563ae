"""Queues and events of a manager: limits, tasks, threads, pools, and the end of the server."""
import multiprocessing as mp, queue, time, threading, os, signal
def worker(q, out, done):
    while True:
        x = q.get()
        if x is None: q.task_done(); break
        out.put(x * 2); q.task_done()
    done.set()
def blocked(q, ready, r):
    ready.set()
    try: q.get()
    except (EOFError, OSError): r.put('gone')
if __name__ == '__main__':
    m = mp.Manager()
    q, out, done = m.Queue(), m.Queue(), m.Event()
    p = mp.Process(target=worker, args=(q, out, done)); p.start()
    for i in range(5): q.put(i)
    q.put(None); q.join(); done.wait(5)
    print(sorted(out.get() for _ in range(5)), done.is_set(), out.empty(), out.qsize())
    p.join()
    s = m.Queue(2); s.put(1); s.put(item=2)
    for f in (lambda: s.put(3, block=False), lambda: s.put(3, timeout=0.05), lambda: s.put_nowait(3), lambda: out.get(True, 0.05), lambda: out.get_nowait(), lambda: out.get(timeout=-1), lambda: out.task_done(), lambda: [s.task_done() for _ in range(5)]):
        try: print(f())
        except Exception as e: print(type(e).__module__, type(e).__name__, e)
    print(s.full(), s.qsize(), str(s)[:21], repr(s)[:40], s._exposed_)
    t = threading.Thread(target=lambda: (time.sleep(0.1), s.get(), s.get()))
    t.start(); s.put('waited'); t.join(); print(s.get())
    try: s.put(lambda: 0)
    except Exception as e: print(type(e).__name__)
    s.shutdown()
    for f in (s.get, lambda: s.put(1)):
        try: f()
        except Exception as e: print(type(e).__name__)
    with mp.Pool(2) as pool:
        pool.starmap(worker, [(q, out, done)]) if q.put(None) is None else 0
    r = mp.Queue()
    ready = mp.Event()
    p = mp.Process(target=blocked, args=(q, ready, r)); p.start(); ready.wait(); time.sleep(0.3)
    os.kill(m._process.pid, signal.SIGKILL)
    print(r.get(timeout=20)); p.join()
    try: done.is_set()
    except Exception as e: print(isinstance(e, (OSError, EOFError)))
