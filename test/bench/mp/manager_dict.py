"""A manager's dict, written by two processes."""
import sys
from multiprocessing import Manager, Process


def fill(shared, me, count):
    for i in range(count):
        shared[me, i % 50] = shared.get((me, i % 50), 0) + i


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    with Manager() as manager:
        shared = manager.dict()
        workers = [Process(target=fill, args=(shared, me, count)) for me in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print(len(shared), sum(shared.values()))
