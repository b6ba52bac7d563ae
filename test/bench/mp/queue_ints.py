"""Ints from one process to another."""
import sys
from multiprocessing import Process, Queue


def item(i):
    return i * 3


def produce(queue, count):
    for i in range(count):
        queue.put(item(i))
    queue.put(None)


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 120000
    queue = Queue()
    process = Process(target=produce, args=(queue, count))
    process.start()
    total = 0
    for got in iter(queue.get, None):
        total += got
    process.join()
    print(count, total)
