"""Two processes that meet again and again."""
import sys
from multiprocessing import Process, Barrier


def work(shared, rounds, me):
    for _ in range(rounds):
        shared.wait()


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    shared = Barrier(2)
    workers = [Process(target=work, args=(shared, rounds, me)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(rounds, shared.parties)
