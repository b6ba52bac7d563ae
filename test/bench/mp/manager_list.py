"""A manager's list, appended to by two processes and read here."""
import sys
from multiprocessing import Manager, Process


def extend(shared, me, count):
    for i in range(count):
        shared.append((me, i))


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    with Manager() as manager:
        shared = manager.list()
        workers = [Process(target=extend, args=(shared, me, count)) for me in range(2)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print(len(shared), sum(shared[i][1] for i in range(0, 2 * count, 4)) > 0)
