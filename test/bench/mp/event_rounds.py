"""Two processes that wake each other by events."""
import sys
from multiprocessing import Process, Event


def work(shared, rounds, me):
    mine, other = shared[me], shared[1 - me]
    for _ in range(rounds):
        if me == 0:
            other.set()
        mine.wait()
        mine.clear()
        if me == 1:
            other.set()


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    shared = (Event(), Event())
    workers = [Process(target=work, args=(shared, rounds, me)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(rounds, [event.is_set() for event in shared])
