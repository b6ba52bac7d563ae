# pymp: python=2
# The threading module of Python 2: names, factories, what it calls its objects.
import threading, time, logging, sys, thread
logging.basicConfig(level=logging.DEBUG, format='(%(threadName)-10s) %(message)s', stream=sys.stdout)
def w(n=0):
    print threading.currentThread().getName(), 'Starting', n
    logging.debug('in thread')
class T(threading.Thread):
    def __init__(self, name):
        threading.Thread.__init__(self)
        self.setName(name)
    def run(self):
        print self.name, self.getName(), self.isAlive(), self.isDaemon()
t = threading.Thread(target=w, args=(1,)); t.setDaemon(True); t.start(); t.join(); print t.isAlive(), t.getName()
t = T('mine'); t.start(); t.join(); print t.name, threading.activeCount()
try: threading.Thread(daemon=True)
except TypeError, e: print e
for n in ('Barrier', 'main_thread', 'get_ident', 'excepthook'):
    print n, hasattr(threading, n)
r = threading.RLock(); print r
with r:
    with r: print r
c = threading.Condition(); print c
items = []
def cons():
    with c:
        while not items: c.wait()
        print 'got', items.pop()
t = threading.Thread(target=cons); t.start(); time.sleep(.05)
c.acquire(); items.append(5); c.notifyAll(); c.release(); t.join()
with c: print c.wait(.01)
e = threading.Event(); print e.isSet(), e.wait(.01); e.set(); print e.isSet(), e.is_set(), e.wait()
s = threading.Semaphore(2); print s.acquire(), s.acquire(0), s.acquire(False); s.release()
b = threading.BoundedSemaphore(1)
try: b.release()
except ValueError, e: print e
def bad(): raise ValueError('x')
l = threading.local(); l.x = 1
def f():
    print hasattr(l, 'x')
t = threading.Thread(target=f, name=u'lokal'); t.start(); t.join(); print repr(t.name)
tm = threading.Timer(.05, w, [3]); tm.start(); tm.join(); print isinstance(tm, threading._Timer), tm.name
lk = threading.Lock(); lk.acquire()
try: thread.allocate_lock().release()
except thread.error, e: print 'thread.error', e
from multiprocessing import Process
def child():
    print threading.currentThread().getName(), threading.active_count()
p = Process(target=child); p.start(); p.join()
import Queue
q = Queue.Queue()
def worker():
    while True:
        item = q.get()
        print 'item', item
        q.task_done()
for i in range(2):
    t = threading.Thread(target=worker); t.daemon = True; t.start()
for i in range(3): q.put(i)
q.join()
try: tm.start()
except RuntimeError, e: print e
