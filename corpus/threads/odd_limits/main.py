"""Limits of time that locks and simple queues refuse: what is no number, too much, below nothing."""
import queue
import threading


def attempt(label, call):
    try:
        print(label, '->', call())
    except Exception as error:
        print(label, '->', type(error).__name__, error)


def main():
    lock = threading.Lock()
    lock.acquire()
    items = queue.SimpleQueue()
    for limit in ('x', b'', [], 1e10, 10**10, 9223372037, 1e300, 10**30, float('nan'), float('inf'), -0.5, -2):
        print(repr(limit))
        attempt('lock', lambda: lock.acquire(True, limit))
        attempt('queue', lambda: items.get(True, limit))
        attempt('not waiting', lambda: items.get(False, limit))
        attempt('recursive', lambda: threading.RLock().acquire(timeout=limit))


if __name__ == '__main__':
    main()
