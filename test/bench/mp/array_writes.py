"""Two processes that write their halves of an array."""
import sys
from multiprocessing import Process, Array


def work(shared, rounds, me):
    half = len(shared) // 2
    for r in range(rounds):
        for i in range(me * half, (me + 1) * half):
            shared[i] += i % 7 + r


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    shared = Array("d", 2000)
    workers = [Process(target=work, args=(shared, rounds, me)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(rounds, sum(shared))
