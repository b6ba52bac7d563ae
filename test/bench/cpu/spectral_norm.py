"""The spectral norm of an endless matrix: function calls and floats."""
import sys
from multiprocessing import Pool


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    return [sum(entry(i, j) * x for j, x in enumerate(v)) for i in range(len(v))]


def times_transposed(v):
    return [sum(entry(j, i) * x for j, x in enumerate(v)) for i in range(len(v))]


def work(n):
    u = [1.0] * n
    for _ in range(3):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = sum(a * b for a, b in zip(u, v))
    vv = sum(b * b for b in v)
    return "%.9f" % (uv / vv) ** 0.5


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 450
    with Pool(2) as pool:
        print(pool.map(work, [size, size + 1, size + 2, size + 3]))
