"""Two processes that add to one value."""
import sys
from multiprocessing import Process, Value


def work(shared, rounds, me):
    for _ in range(rounds):
        with shared.get_lock():
            shared.value += 1


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 300000
    shared = Value("q", 0)
    workers = [Process(target=work, args=(shared, rounds, me)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(rounds, shared.value)
