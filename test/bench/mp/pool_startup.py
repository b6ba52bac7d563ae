"""Pools of two, made and closed one after another."""
import sys
from multiprocessing import Pool


def shift(n):
    return n + 1


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    total = 0
    for i in range(rounds):
        with Pool(2) as pool:
            total += sum(pool.map(shift, [i, i + 1]))
    print(rounds, total)
