"""Instances, functions and classes by name through queues and pools; nested functions and lambdas as targets."""
import multiprocessing as mp, os, sys, time
class Task:
    def __init__(self, a): self.a = a
    def __call__(self): return Other(self.a * FACTOR)
class Other:
    def __init__(self, v): self.v = v
    def __repr__(self): return 'Other(%d)' % self.v
FACTOR = 7
def consumer(q, r):
    while True:
        t = q.get()
        if t is None: break
        r.put(t())
def lost(r): r.put(NotThere(1))
def square(x): return x * x + OFFSET
OFFSET = 100
state = {'n': 0}
def change():
    global OFFSET
    OFFSET = 5
    state['n'] += 1
    print('in child', OFFSET, state)
class P(mp.Process):
    def __init__(self, n):
        super().__init__()
        self.n = n
    def run(self):
        print(self.name, self.n, OFFSET, os.getpid() == self.pid)
def nested():
    y = 10
    def inner(a): print('inner', a + y)
    p = mp.Process(target=inner, args=(1,)); p.start(); p.join()
    l = mp.Process(target=lambda: print('lambda', y)); l.start(); l.join()
if __name__ == '__main__':
    q, r = mp.Queue(), mp.Queue()
    p = mp.Process(target=consumer, args=(q, r)); p.start()
    for i in range(3): q.put(Task(i))
    q.put(None)
    print([r.get() for i in range(3)]); p.join()
    with mp.Pool(2) as pool:
        print(pool.map(square, range(5)))
        print(pool.apply(Task(3)))
    p = mp.Process(target=change); p.start(); p.join(); print(OFFSET, state)
    p = P(4); p.start(); p.join()
    nested()
    v = mp.Value('i', 3); lock = mp.Lock()
    def add():
        with lock: v.value += 1
    ps = [mp.Process(target=add) for i in range(4)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(v.value)
