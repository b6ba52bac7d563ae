# pymp: mask=frames stderr=exact
"""An exception of a worker that the main program does not catch."""
import multiprocessing


def inverse(n):
    return 1 / n


if __name__ == '__main__':
    print('start', flush=True)
    with multiprocessing.Pool(2) as pool:
        print(pool.map(inverse, [1, 2, 0, 4], chunksize=1))
