# pymp: python=2,3
"""threading: shared memory, names, daemons, join, locals."""
from __future__ import print_function
import threading
import time

results = []
local = threading.local()


def work(n):
    local.value = n
    time.sleep(0.1 * (3 - n))
    results.append((threading.current_thread().name, local.value))


threads = [threading.Thread(target=work, args=(n,), name='T%d' % n) for n in range(3)]
for t in threads:
    t.start()
print(threads[0].is_alive(), threading.active_count())
for t in threads:
    t.join()
print(results, hasattr(local, 'value'), threads[0].is_alive(), threading.active_count(), threading.current_thread().name)
lock = threading.Lock()
total = [0]


def add():
    for _ in range(1000):
        with lock:
            total[0] += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total, lock.acquire(), lock.acquire(False), lock.release())


class Mine(threading.Thread):
    def __init__(self, limit):
        threading.Thread.__init__(self)
        self.limit = limit

    def run(self):
        self.answer = sum(range(self.limit))


m = Mine(10)
m.start()
m.join()
print(m.answer, m.daemon, m.ident is not None)
event = threading.Event()
timer = threading.Timer(0.05, event.set)
timer.start()
print(event.wait(5), event.is_set())
d = threading.Thread(target=time.sleep, args=(60,))
d.daemon = True
d.start()
d.join(0.05)
print(d.is_alive())
for action in (d.start, lambda: threading.Thread().join(), lock.release):
    try:
        action()
    except Exception as error:
        print(isinstance(error, RuntimeError) or type(error).__name__)
