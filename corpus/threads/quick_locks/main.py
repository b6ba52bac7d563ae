# pymp: python=2,3
"""Locks behind methods of the program's own, taken so often that calls of the methods are quick, while the main thread computes with one held."""
import threading


class Guard(object):
    def __init__(self):
        self.lock = threading.Lock()

    def __enter__(self):
        return self.lock.__enter__()

    def __exit__(self, *error):
        return self.lock.__exit__(*error)

    def acquire(self):
        return self.lock.acquire()

    def release(self):
        self.lock.release()


class Total(object):
    def __init__(self):
        self.guard = Guard()
        self.sum = 0

    def add(self, n):
        self.guard.acquire()
        self.sum += n
        self.guard.release()


total = Total()
counts = [0] * 4
ends = []


def work(k):
    while not ends or counts[k] < 300:
        with total.guard:
            counts[k] += 1
        total.add(1)


threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in threads:
    t.start()
rounds = 0
while rounds < 100 or min(counts) < 300:
    with total.guard:
        x = 0
        for i in range(2000):
            x += i
    total.guard.acquire()
    x = sum(i * i for i in range(2000))
    total.guard.release()
    rounds += 1
ends.append(True)
for t in threads:
    t.join()
print(total.sum == sum(counts), min(counts) >= 300)
