"""An executor's map, and futures as they are completed."""
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed


def task(n):
    return n % 97


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    with ProcessPoolExecutor(2) as executor:
        total = sum(executor.map(task, range(count)))
        futures = [executor.submit(task, n) for n in range(count)]
        total += sum(future.result() for future in as_completed(futures))
    print(count, total)
