"""Tiny tasks, taken as they are done."""
import sys
from multiprocessing import Pool


def task(n):
    return (n * 7 + 3) % 1009


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 120000
    with Pool(2) as pool:
        total = sum(pool.imap_unordered(task, range(count), chunksize=4))
    print(count, total)
