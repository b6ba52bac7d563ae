"""Two processes that take turns under a condition."""
import sys
from multiprocessing import Process, Condition, Value


def work(shared, rounds, me):
    condition, turn = shared
    for _ in range(rounds):
        with condition:
            condition.wait_for(lambda: turn.value == me)
            turn.value = 1 - me
            condition.notify()


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    shared = (Condition(), Value("i", 0, lock=False))
    workers = [Process(target=work, args=(shared, rounds, me)) for me in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(rounds, shared[1].value)
