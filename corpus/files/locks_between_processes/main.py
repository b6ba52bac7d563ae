"""fcntl.flock and lockf keep processes apart."""
import fcntl
import multiprocessing as mp
import time
def work(i):
    for k in range(20):
        with open('counter.lock','w') as lk:
            fcntl.flock(lk, fcntl.LOCK_EX)
            with open('counter') as f: n=int(f.read())
            time.sleep(0.001)
            with open('counter','w') as f: f.write(str(n+1))
            fcntl.flock(lk, fcntl.LOCK_UN)
def work2(i):
    f=open('counter','r+')
    for k in range(20):
        fcntl.lockf(f, fcntl.LOCK_EX)
        f.seek(0); n=int(f.read()); f.seek(0); f.write(str(n+1)); f.flush()
        fcntl.lockf(f, fcntl.LOCK_UN)
if __name__=='__main__':
    for w in (work, work2):
        open('counter','w').write('0')
        ps=[mp.Process(target=w,args=(i,)) for i in range(4)]
        [p.start() for p in ps]; [p.join() for p in ps]
        print(open('counter').read())
    a=open('counter'); b=open('counter')
    fcntl.flock(a, fcntl.LOCK_EX)
    try: fcntl.flock(b, fcntl.LOCK_EX|fcntl.LOCK_NB)
    except BlockingIOError as e: print(e)
    a.close(); print(fcntl.flock(b, fcntl.LOCK_SH|fcntl.LOCK_NB))
    a = open('other', 'w')
    fcntl.flock(a, fcntl.LOCK_EX)
    child = mp.Process(target=lambda: print('child has', a.name, flush=True))
    child.start()
    child.join()
    a.close()
    b = open('other')
    print(fcntl.flock(b, fcntl.LOCK_EX | fcntl.LOCK_NB))
