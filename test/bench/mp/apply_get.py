"""Tasks that are waited for one by one."""
import sys
from multiprocessing import Pool


def task(n):
    return (n * 7 + 3) % 1009


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    with Pool(2) as pool:
        total = sum(pool.apply(task, (n,)) for n in range(count))
    print(count, total)
