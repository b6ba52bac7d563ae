# pymp: mask=address
"""Full, Empty, timeouts, sizes, close; the second value says whether it waited."""
import multiprocessing
import queue
import time


def attempt(action):
    started = time.time()
    try:
        outcome = action()
    except Exception as error:
        outcome = f'{type(error).__module__}.{type(error).__name__} {error}'
    return outcome, time.time() - started > 0.15


if __name__ == '__main__':
    q = multiprocessing.Queue(2)
    print(attempt(lambda: q.get(block=False)), attempt(lambda: q.get(timeout=0.2)), attempt(q.get_nowait))
    q.put('a')
    q.put('b')
    print(q.full(), q.qsize(), attempt(lambda: q.put('c', block=False)), attempt(lambda: q.put('c', timeout=0.2)), attempt(lambda: q.put_nowait('c')))
    print(q.get(), q.get(timeout=1), q.empty(), q.full(), q.qsize())
    q.put({'k': [1]})
    print(q.get())
    q.close()
    q.join_thread()
    print(attempt(lambda: q.put(1)), attempt(lambda: q.get()))
    s = multiprocessing.SimpleQueue()
    print(s.empty(), s.put((1, 2)), s.empty(), s.get())
    s.close()
    print(queue.Empty.__mro__[1].__name__, queue.Full is __import__('queue').Full)
