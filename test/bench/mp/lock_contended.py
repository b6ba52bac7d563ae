"""Two processes that want one lock."""
import sys
from multiprocessing import Process, Lock, Value


def work(shared, rounds, me):
    lock, value = shared
    for _ in range(rounds):
        lock.acquire()
        value.value += 1
        lock.release()


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    shared = (Lock(), Value("q", 0, lock=False))
    workers = [Process(target=work, args=(shared, rounds, me)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(rounds, shared[1].value)
