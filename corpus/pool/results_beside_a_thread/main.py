# pymp: python=2,3
"""A thread that is woken again and again while the main thread waits for a pool: it must not swallow the last result."""
import multiprocessing
import threading


def begin(queue):
    global told
    told = queue


def tell(n):
    told.put(n)
    return n * n


def collect(queue, seen):
    while True:
        item = queue.get()
        if item is None:
            break
        seen.append(item)


if __name__ == '__main__':
    queue = multiprocessing.Queue()
    seen = []
    thread = threading.Thread(target=collect, args=(queue, seen))
    thread.start()
    pool = multiprocessing.Pool(1, begin, [queue])
    for _ in range(30):
        assert pool.map(tell, range(3), 1) == [0, 1, 4]
    pool.close()
    pool.join()
    queue.put(None)
    thread.join()
    print(sorted(seen) == sorted(list(range(3)) * 30))
