"""Generators, context managers, map and pools of threads whose code waits in the middle of what they do."""
import threading, time, contextlib, queue
from multiprocessing.pool import ThreadPool
lock=threading.Lock(); q=queue.Queue(); out=[]
@contextlib.contextmanager
def held():
    lock.acquire()
    try: yield 'x'
    finally: lock.release()
def numbers():
    while True:
        x=q.get()
        if x is None: return 'end'
        yield x
def deleg():
    r = yield from numbers()
    out.append(r)
def use():
    with held() as h: out.append(h)
    for x in deleg(): out.append(x)
    g=numbers(); out.append(next(g,'none')); out.append(list(map(lambda v: q.get()+v, [1,2])))
    out.append(sorted(x*2 for x in [3,1]))
    def gen():
        try:
            v = yield 1
            out.append(('sent',v)); time.sleep(0.01)
            yield 2
        except ValueError as e:
            time.sleep(0.01); yield repr(e)
        finally: out.append('closed')
    g=gen(); next(g); out.append(g.send(5)); out.append(g.throw(ValueError('a'))); g.close()
    g=gen(); out.append(next(g)); out.append(list(g))
    try: next(gen2())
    except StopIteration as e: out.append(e.value)
def gen2():
    time.sleep(0.01)
    return 'ret'
    yield
lock.acquire()
t=threading.Thread(target=use); t.start()
time.sleep(0.05); lock.release()
for v in (1,2,None,7,10,20): time.sleep(0.01); q.put(v)
t.join(); print(out)
def f(x):
    with lock:
        time.sleep(0.01); return x*x
with ThreadPool(4) as p:
    print(p.map(f, range(10)), p.starmap(lambda a,b:f(a)+b, [(1,2),(3,4)]), list(p.imap(f,range(5))), sorted(p.imap_unordered(f,range(5),2)))
