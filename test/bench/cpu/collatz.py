"""Lengths of Collatz chains, remembered in a dict."""
import sys
from multiprocessing import Pool


def work(bounds):
    lengths = {1: 1}
    best = (0, 0)
    for start in range(*bounds):
        n, trail = start, []
        while n not in lengths:
            trail.append(n)
            n = n // 2 if n % 2 == 0 else 3 * n + 1
        length = lengths[n]
        for passed in reversed(trail):
            length += 1
            lengths[passed] = length
        best = max(best, (lengths[start], -start))
    return best, len(lengths)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 900000
    with Pool(2) as pool:
        print(pool.map(work, [(1, size // 2), (size // 2, size)]))
