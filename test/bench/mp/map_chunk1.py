"""Tiny tasks, each a message of its own."""
import sys
from multiprocessing import Pool


def task(n):
    return (n * 7 + 3) % 1009


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30000
    with Pool(2) as pool:
        total = sum(pool.map(task, range(count), chunksize=1))
    print(count, total)
