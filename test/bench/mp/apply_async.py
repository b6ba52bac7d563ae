"""Tasks that are handed over one by one and collected at the end."""
import sys
from multiprocessing import Pool


def task(n):
    return (n * 7 + 3) % 1009


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    with Pool(2) as pool:
        pending = [pool.apply_async(task, (n,)) for n in range(count)]
        total = sum(result.get() for result in pending)
    print(count, total)
