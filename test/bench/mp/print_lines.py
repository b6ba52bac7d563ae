"""Lines printed by four processes."""
import sys
from multiprocessing import Process


def lines(me, count):
    for i in range(count):
        print("process %d writes its line number %06d" % (me, i), flush=True)


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    workers = [Process(target=lines, args=(me, count)) for me in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
