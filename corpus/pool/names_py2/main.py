# pymp: python=2 mask=address
import multiprocessing
import time


def who(n):
    time.sleep(0.2)
    return multiprocessing.current_process().name


if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    print sorted(set(pool.map(who, range(8), 1)))
    pool.close()
    pool.join()
    pool = multiprocessing.Pool(1)
    print pool.apply(who, (0,)), pool
    pool.terminate()
