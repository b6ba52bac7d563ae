"""A pool with many more workers than processors, all of which get something to do."""
import sys
import time
from multiprocessing import Pool


def rest(number):
    time.sleep(0.01)
    return number * number


def main():
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else 64
    with Pool(workers) as pool:
        print('sum', sum(pool.map(rest, range(20 * workers), chunksize=1)))


if __name__ == '__main__':
    main()
