"""Flips of the first items over all permutations: slices of short lists."""
import sys
from itertools import permutations
from multiprocessing import Pool


def work(task):
    n, first = task
    most = total = 0
    rest = [i for i in range(n) if i != first]
    for turn, tail in enumerate(permutations(rest)):
        items = [first, *tail]
        flips = 0
        while items[0]:
            k = items[0]
            items[: k + 1] = items[k::-1]
            flips += 1
        most = max(most, flips)
        total += flips if turn % 2 == 0 else -flips
    return most, total


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with Pool(2) as pool:
        print(pool.map(work, [(size, first) for first in range(size)]))
