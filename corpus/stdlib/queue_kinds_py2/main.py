# pymp: python=2
import Queue, threading, time
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print repr(e), e
for K in (Queue.Queue, Queue.LifoQueue, Queue.PriorityQueue):
    q = K(3)
    for x in (2, 3, 1): q.put(x)
    print q.full(), q.qsize(), q.empty(), q.maxsize, q.unfinished_tasks, type(q.queue)
    t(q.put, 5, False); t(q.put_nowait, 5); t(q.put, 5, True, 0.01); t(q.put, 1, True, -1)
    print [q.get() for _ in range(3)]
    t(q.get, False); t(q.get_nowait); t(q.get, True, 0.01); t(q.get, True, -1)
    for _ in range(3): q.task_done()
    t(q.task_done); q.join()
print issubclass(Queue.Empty, Exception), Queue.Empty.__module__, Queue.Full.__name__, Queue.__all__, Queue.Queue.__name__, type(Queue.Queue).__name__
class Mine(Queue.Queue):
    def _init(self, maxsize): self.queue = []; print 'init', maxsize
    def _put(self, item): self.queue.insert(0, item)
    def _get(self): return self.queue.pop(0)
m = Mine(); m.put(1); m.put(2); print m.get(), m.get()
p = Queue.PriorityQueue()
for x in (None, 3, None, 'a', (1,)): p.put(x)
print [p.get() for _ in range(5)]
q = Queue.Queue(2); got = []
def work():
    while True:
        item = q.get()
        if item is None: q.task_done(); return
        got.append(item); q.task_done()
ts = [threading.Thread(target=work) for _ in range(3)]
for th in ts: th.start()
for i in range(30): q.put(i)
for th in ts: q.put(None)
q.join(); print sorted(got) == range(30), q.empty()
print Queue.Queue, Queue.LifoQueue.__module__, Queue.PriorityQueue().__class__, Queue.Full
