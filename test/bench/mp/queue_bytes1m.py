"""Megabytes as bytes."""
import sys
from multiprocessing import Process, Queue


def item(i):
    return bytes([i % 256]) * 1000000


def produce(queue, count):
    for i in range(count):
        queue.put(item(i))
    queue.put(None)


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    queue = Queue()
    process = Process(target=produce, args=(queue, count))
    process.start()
    total = 0
    for got in iter(queue.get, None):
        total += len(got) + got[0]
    process.join()
    print(count, total)
