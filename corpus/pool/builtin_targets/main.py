# pymp: python=2,3
from __future__ import print_function
from multiprocessing import Pool
import math
import time

if __name__ == '__main__':
    pool = Pool(2)
    print(pool.apply_async(time.sleep, (0.01,)).get(timeout=20))
    print(pool.map(math.sqrt, [4, 9]), pool.map(len, ['a', 'bc']), pool.map(str, [1, None]))
    pool.close()
    pool.join()
