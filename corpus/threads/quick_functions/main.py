# pymp: python=2,3
# Functions that only compute are called a lot by threads; then what they call comes to wait, to fail, or takes long.
from __future__ import print_function
import sys
import threading
import time

gate = threading.Event()
answered = threading.Event()
log = []


def helper(n):
    return n * 2


def compute(n):
    total = 0
    for i in range(3):
        total += helper(n + i)
    return total


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Shape(object):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.scaled(self.side)

    def scaled(self, by):
        return self.side * by


def waiting(n):
    answered.set()
    gate.wait()
    return -n


def fails(n):
    raise ValueError('no %d' % n)


def hot():
    global helper
    log.append(sum(compute(n) for n in range(500)))
    log.append(sum(Shape(n).area() for n in range(500)))
    plain, helper = helper, waiting
    log.append(compute(7))
    helper = fails
    try:
        compute(8)
    except ValueError as error:
        log.append(str(error))
        log.append(sys.exc_info()[2].tb_next.tb_frame.f_code.co_name)
    helper = plain
    log.append(compute(9))


def opener():
    answered.wait()
    log.append('opened')
    gate.set()


threads = [threading.Thread(target=f) for f in (opener, hot)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)

# Others go on beside one that computes for long.
ticks = []
done = threading.Event()


def ticker():
    while not done.is_set():
        ticks.append(1)
        time.sleep(0.001)


def recursive():
    print(fib(28), fib(5))
    for _ in range(200):
        if len(ticks) > 3:
            break
        fib(24)


beside = threading.Thread(target=ticker)
beside.start()
workers = [threading.Thread(target=recursive) for _ in range(2)]
for w in workers:
    w.start()
for w in workers:
    w.join()
done.set()
beside.join()
print(len(ticks) > 3)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def limits():
    for _ in range(100):
        deep(20)
    try:
        deep(100000)
    except RuntimeError as error:
        print(type(error).__name__ in ('RuntimeError', 'RecursionError'), 'recursion' in str(error))
    print(deep(300))


last = threading.Thread(target=limits)
last.start()
last.join()
