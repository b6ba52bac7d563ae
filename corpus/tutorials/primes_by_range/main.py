"""Counting primes in ranges by a pool, as speed comparisons like to do."""
import math
import multiprocessing


def is_prime(n):
    if n < 2:
        return False
    for divisor in range(2, math.isqrt(n) + 1):
        if n % divisor == 0:
            return False
    return True


def count_primes(bounds):
    return sum(1 for n in range(*bounds) if is_prime(n))


if __name__ == '__main__':
    chunks = [(start, start + 5000) for start in range(0, 40000, 5000)]
    with multiprocessing.Pool() as pool:
        counts = pool.map(count_primes, chunks)
    for (start, stop), count in zip(chunks, counts):
        print(f'{start:>6}..{stop:<6} {count}')
    print('total', sum(counts))
