"""Dicts with a few fields, as log records are."""
import sys
from multiprocessing import Process, Queue


def item(i):
    return {"id": i, "name": "item %d" % i, "score": i / 4, "tags": ("a", "b"), "ok": i % 2 == 0}


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
        total += got["id"] + got["score"]
    process.join()
    print(count, total)
