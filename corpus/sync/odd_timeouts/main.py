# pymp: python=2,3
"""Limits of time that are no numbers: each call says what it does with one first, and a condition keeps its lock once."""
from __future__ import print_function

import multiprocessing
import sys
import time

is_python3 = sys.version_info[0] > 2


def attempt(name, call, *args):
    try:
        print(name, call(*args))
    except Exception as error:
        print(name, type(error).__name__, error)


def idle(seconds=0):
    time.sleep(seconds)


def try_all(bad):
    print(repr(bad))
    queue, full = multiprocessing.Queue(), multiprocessing.Queue(1)
    full.put(1)
    attempt("get", queue.get, True, bad)
    attempt("get at once", queue.get, False, bad)
    attempt("put", full.put, 1, True, bad)
    attempt("put at once", full.put, 1, False, bad)
    here, there = multiprocessing.Pipe()
    attempt("poll", here.poll, bad)
    event, condition = multiprocessing.Event(), multiprocessing.Condition()
    attempt("event", event.wait, bad)
    event.set()
    attempt("event that is set", event.wait, bad)
    condition.acquire()
    attempt("condition", condition.wait, bad)
    if is_python3:
        attempt("condition for", condition.wait_for, lambda: False, bad)
        attempt("barrier", multiprocessing.Barrier(2).wait, bad)
        attempt("wait", multiprocessing.connection.wait, [here], bad)
    condition.release()
    attempt("released", condition.release)
    child = multiprocessing.Process(target=idle, args=(0.3,))
    child.start()
    attempt("join", child.join, bad)
    child.join()


def results(pool, bad):
    print(repr(bad))
    ready = pool.apply_async(idle)
    ready.wait()
    attempt("ready", ready.get, bad)
    attempt("ready", ready.wait, bad)


if __name__ == "__main__":
    if is_python3:
        import multiprocessing.connection
    for bad in ("x", [], 1j):
        try_all(bad)
    pool = multiprocessing.Pool(1)
    for bad in ("x", []):
        results(pool, bad)
    if is_python3:
        late = pool.apply_async(idle, (0.3,))
        attempt("late", late.get, "x")
        attempt("late", late.wait, 1j)
        print(late.get())
    pool.close()
    pool.join()
