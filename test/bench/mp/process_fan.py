"""Sixteen processes at once, some times over."""
import sys
from multiprocessing import Process, SimpleQueue


def answer(n, results):
    results.put((n, n * n))


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    total = 0
    for r in range(rounds):
        results = SimpleQueue()
        processes = [Process(target=answer, args=(r * 16 + i, results)) for i in range(16)]
        for process in processes:
            process.start()
        total += sum(results.get()[1] for _ in processes)
        for process in processes:
            process.join()
    print(rounds, total)
