"""A matrix product by rows in a shared array."""
import ctypes
import multiprocessing


def multiply_row(i, n, a, b, out):
    for j in range(n):
        out[i * n + j] = sum(a[i * n + k] * b[k * n + j] for k in range(n))


if __name__ == '__main__':
    n = 6
    a = multiprocessing.Array(ctypes.c_double, [i + 1 for i in range(n * n)], lock=False)
    b = multiprocessing.Array(ctypes.c_double, [1.0 if i // n == i % n else 0.5 for i in range(n * n)], lock=False)
    out = multiprocessing.Array(ctypes.c_double, n * n, lock=False)
    rows = [multiprocessing.Process(target=multiply_row, args=(i, n, a, b, out)) for i in range(n)]
    for row in rows:
        row.start()
    for row in rows:
        row.join()
    for i in range(n):
        print(' '.join('%6.1f' % out[i * n + j] for j in range(n)))
