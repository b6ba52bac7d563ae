"""Distances between words by the table of two rows."""
import sys
from multiprocessing import Pool

WORDS = ["multiprocessing", "multiplication", "processing", "possession", "perception", "preprocessor", "interpreter"]


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def work(n):
    total = 0
    for i in range(n):
        a = WORDS[i % len(WORDS)]
        b = WORDS[(i * 3 + 1) % len(WORDS)]
        total += distance(a[i % 4:] + b[:3], b)
    return total


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 16000
    with Pool(2) as pool:
        print(pool.map(work, [size, size + 1, size + 2]))
