"""Products of matrices that are lists of lists."""
import sys
from multiprocessing import Pool


def matrix(n, seed):
    return [[float((i * seed + j * 7) % 11) for j in range(n)] for i in range(n)]


def work(task):
    n, seed = task
    a, b = matrix(n, seed), matrix(n, seed + 2)
    columns = list(zip(*b))
    product = [[sum(x * y for x, y in zip(line, column)) for column in columns] for line in a]
    swapped = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += b[i][k] * a[k][j]
            swapped[i][j] = total
    return sum(map(sum, product)), swapped[n // 2][n // 3]


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 180
    with Pool(2) as pool:
        print(pool.map(work, [(size, 3), (size, 5), (size, 8), (size, 9)]))
