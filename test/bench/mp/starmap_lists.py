"""Lists of numbers there and back."""
import sys
from multiprocessing import Pool


def scale(numbers, factor):
    return [x * factor for x in numbers]


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    tasks = [([float(i + j) for j in range(2000)], i % 5) for i in range(count)]
    with Pool(2) as pool:
        results = pool.starmap(scale, tasks)
    print(count, sum(map(sum, results)))
