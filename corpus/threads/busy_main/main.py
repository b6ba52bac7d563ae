# pymp: python=2,3
# A main thread that waits by looking again and again: the other threads go on meanwhile.
import sys
import threading
import time

try:
    import queue
except ImportError:
    import Queue as queue

tasks = queue.Queue()
finished = []
done = False


def work():
    while True:
        item = tasks.get()
        time.sleep(0.01)
        finished.append(item)
        tasks.task_done()


def end_later():
    global done
    time.sleep(0.1)
    done = True


def start(target):
    t = threading.Thread(target=target)
    t.daemon = True
    t.start()
    return t


for i in range(3):
    start(work)
for i in range(10):
    tasks.put(i)
while not tasks.empty():
    pass
tasks.join()
print(sorted(finished))

start(end_later)
while not done:
    pass
print('a flag was set')

t = start(end_later)
while t.is_alive():
    pass
print('a thread has ended')

t = start(end_later)
while threading.active_count() > 4:
    pass
print('one thread less')


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


done = False
start(end_later)
values = []
while not done:
    values.append(fib(8))
print(set(values))

counter = [0]
done = False


def count():
    while not done:
        counter[0] += 1


c = start(count)
deadline = time.time() + 10
while counter[0] < 1000 and time.time() < deadline:
    pass
done = True
c.join()
print(counter[0] >= 1000)
sys.stdout.flush()
