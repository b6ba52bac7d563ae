"""queue.Queue, LifoQueue, PriorityQueue, Condition, Semaphore and Barrier on threads."""
import queue
import threading

q = queue.Queue(maxsize=2)
taken = []


def producer():
    for n in range(6):
        q.put(n)
    q.put(None)


def consumer():
    while (item := q.get()) is not None:
        taken.append(item)
        q.task_done()
    q.task_done()


threads = [threading.Thread(target=producer), threading.Thread(target=consumer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
q.join()
print(taken, q.empty(), q.qsize())
for kind in (queue.LifoQueue, queue.PriorityQueue):
    k = kind()
    for n in (2, 3, 1):
        k.put(n)
    print([k.get() for _ in range(3)])
for action in (lambda: q.get(timeout=0.05), lambda: q.get_nowait(), lambda: queue.Queue(1).put(1) or q.task_done()):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
condition, ready, log = threading.Condition(), [], []


def wait_for_it():
    with condition:
        condition.wait_for(lambda: ready)
        log.append('woken')


waiters = [threading.Thread(target=wait_for_it) for _ in range(3)]
for w in waiters:
    w.start()
with condition:
    ready.append(1)
    condition.notify_all()
for w in waiters:
    w.join()
barrier = threading.Barrier(3, action=lambda: log.append('barrier'))
waiters = [threading.Thread(target=barrier.wait) for _ in range(3)]
for w in waiters:
    w.start()
for w in waiters:
    w.join()
print(log, threading.Semaphore(1).acquire(), threading.main_thread() is threading.current_thread())
