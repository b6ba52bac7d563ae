"""Integers of thousands of digits: a factorial, its digits, modular powers."""
import sys
from multiprocessing import Pool


def work(n):
    sys.set_int_max_str_digits(0)
    product = 1
    for i in range(2, n):
        product *= i
    checksum = 0
    for k in range(3, 60):
        checksum = (checksum * 31 + product % (10 ** k + 7)) % 1000000007
    power = pow(3, product.bit_length(), 2 ** 521 - 1)
    return len(str(product)), checksum, power % 1000003


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 32000
    with Pool(2) as pool:
        print(pool.map(work, [size, size + 100, size + 200, size + 300]))
