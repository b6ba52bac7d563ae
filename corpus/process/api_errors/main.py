"""What the package's objects say when they are misused."""
import multiprocessing as mp, re, time
def t(name, f):
    try:
        print(name, shown(f()))
    except BaseException as e:
        print(name, type(e).__name__, shown(e))


def shown(o):
    return re.sub(r'0x[0-9a-f]+', '<address>', str(o))


def nested(): 
    with mp.Pool(1) as p: return p.map(abs,[-1])
def daemonic():
    try: mp.Process(target=print).start()
    except AssertionError as e: print('AE', e)
def ident(x): return x
def slow(x): time.sleep(x); return x
def boom(x): raise KeyError(x)
def main():
    with mp.Pool(2) as p:
        t('nested', lambda: p.apply(nested))
        t('chunks', lambda: p.map(ident, range(7), chunksize=3))
        t('it', lambda: next(p.imap(slow,[0.2])))
        t('chunk0', lambda: p.imap(ident,[1],chunksize=0))
        r=p.map_async(boom,[2,2]); r.wait(); t('ready', r.ready); t('succ', r.successful); t('get', r.get)
        r=p.apply_async(slow,(0.3,)); t('notready', r.successful); t('to', lambda: r.get(0.01)); t('val', r.get)
        t('starmap', lambda: p.starmap(pow,[(2,3),(3,2)])); t('starmap bad', lambda: p.starmap(pow,[1]))
        t('map noniter', lambda: p.map(ident, 5)); t('apply kw', lambda: p.apply(dict,(),{'a':1}))
        t('repr', lambda: repr(p)[:40]); t('pickle', lambda: p.apply(ident,(p,)))
        t('join running', p.join)
    t('closed', lambda: p.map(ident,[1])); t('apply closed', lambda: p.apply_async(ident,(1,)))
    for a in ({'processes':0},{'processes':-1},{'processes':'a'},{'initializer':5},{'maxtasksperchild':0},{'processes':2.5}):
        t(a, lambda: mp.Pool(**a))
    p=mp.Process(target=daemonic, daemon=True); p.start(); p.join()
    p=mp.Process(target=slow,args=(5,)); t('join unstarted', p.join); t('term unstarted', p.terminate); t('alive', p.is_alive); t('sentinel', lambda: p.sentinel)
    p.start(); t('start twice', p.start); t('close running', p.close); t('daemon set', lambda: setattr(p,'daemon',True)); p.terminate(); p.join(); t('exit', lambda: p.exitcode); t('restart', p.start); p.close(); t('closed', p.join); t('repr', lambda: repr(p)[:25]); t('pid', lambda: p.pid); p.close()
    q=mp.Queue(2); q.put(1); q.put(2); t('full', lambda: q.put(3,timeout=0.01)); t('nowait', lambda: q.put_nowait(3)); t('neg', lambda: q.get(timeout=-1)); t('g', q.get); t('size', q.qsize); q.close(); t('put closed', lambda: q.put(1)); t('get closed', q.get); q.join_thread()
    q=mp.Queue(); t('join_thread', q.join_thread); t('JQ', lambda: mp.JoinableQueue().task_done())
    l=mp.Lock(); t('rel', l.release); l.acquire(); t('acq', lambda: l.acquire(timeout=0.01)); t('acq2', lambda: l.acquire(False)); print(l); l.release(); print(l)
    r=mp.RLock(); t('rel', r.release); r.acquire(); r.acquire(); print(r); r.release(); r.release(); print(r)
    s=mp.BoundedSemaphore(1); t('bs', s.release); print(s); print(mp.Semaphore(3)); t('neg', lambda: mp.Semaphore(-1))
    c=mp.Condition(); t('wait', c.wait); t('notify', c.notify); print(str(c)); 
    b=mp.Barrier(2); t('b', lambda: b.wait(0.01)); t('broken', lambda: b.broken); b.reset(); t('nw', lambda: (b.n_waiting, b.parties)); t('B0', lambda: mp.Barrier(0))
    e=mp.Event(); t('e', lambda: e.wait(0.01)); e.set(); t('e', e.wait); print(repr(e)[:8])
    a,b_=mp.Pipe(False); t('ro', lambda: a.send(1)); t('wo', b_.recv); b_.close(); t('eof', a.recv); t('closed', b_.fileno); t('poll', a.poll); a.close(); t('closed', a.recv)
    a,b_=mp.Pipe(); a.close(); t('bp', lambda: b_.send(1))
    v=mp.Value('i',5); print(v); t('v', lambda: setattr(v,'value','x')); t('V', lambda: mp.Value('zz')); arr=mp.Array('c',b'abc'); print(arr.value, arr.raw, arr[:], len(arr)); t('A', lambda: mp.Array('i',-1)); t('A', lambda: arr.__setitem__(5,b'a'))
    t('cpu', lambda: mp.cpu_count()>0); t('ctx', lambda: mp.get_context('x')); t('am', lambda: mp.active_children()); t('pp', mp.parent_process); t('cp', lambda: mp.current_process().name)
    t('freeze', mp.freeze_support); t('authkey', lambda: len(mp.current_process().authkey))
if __name__=='__main__': main()
