"""Primes by trial division and by a sieve."""
import sys
from multiprocessing import Pool


def is_prime(n):
    if n < 4:
        return n > 1
    if n % 2 == 0 or n % 3 == 0:
        return False
    k = 5
    while k * k <= n:
        if n % k == 0 or n % (k + 2) == 0:
            return False
        k += 6
    return True


def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return sum(flags)


def work(bounds):
    low, high = bounds
    return sum(1 for n in range(low, high) if is_prime(n)), sieve(high // 4)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2000000
    with Pool(2) as pool:
        print(pool.map(work, [(i * size // 4, (i + 1) * size // 4) for i in range(4)]))
