"""Queens on a board by generators that call themselves."""
import sys
from multiprocessing import Pool


def places(n, columns, rising, falling, row=0):
    if row == n:
        yield tuple(columns)
        return
    for column in range(n):
        if column in columns or row + column in rising or row - column in falling:
            continue
        yield from places(n, columns + [column], rising | {row + column}, falling | {row - column}, row + 1)


def work(task):
    n, first = task
    found = list(places(n, [first], {first}, {-first}, 1))
    return len(found), found[0] if found else None


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    with Pool(2) as pool:
        results = pool.map(work, [(size, first) for first in range(size)])
    print(sum(count for count, _ in results), results[1][1])
