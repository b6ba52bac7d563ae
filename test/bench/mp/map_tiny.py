"""Many tiny tasks in the chunks that map chooses."""
import sys
from multiprocessing import Pool


def task(n):
    return (n * 7 + 3) % 1009


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000000
    with Pool(2) as pool:
        total = sum(pool.map(task, range(count)))
    print(count, total)
