"""Escape times over a grid: loops over floats."""
import sys
from multiprocessing import Pool


def row(task):
    y, size, limit = task
    ci = 2.4 * y / size - 1.2
    inside = steps = 0
    for x in range(size):
        cr = 3.0 * x / size - 2.2
        zr = zi = 0.0
        for step in range(limit):
            a, b = zr * zr, zi * zi
            if a + b > 4.0:
                steps += step
                break
            zi = 2.0 * zr * zi + ci
            zr = a - b + cr
        else:
            inside += 1
    return inside, steps


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    with Pool(2) as pool:
        rows = pool.map(row, [(y, size, 120) for y in range(size)], chunksize=8)
    print(sum(inside for inside, _ in rows), sum(steps for _, steps in rows))
