# -*- coding: utf-8 -*-
# pymp: python=2 mask=float
import time
import multiprocessing

def loop(n):
    total = 0
    for i in xrange(n):
        total += i * i
    return total

if __name__ == "__main__":
    start = time.time()
    r1 = [loop(20000) for i in range(4)]
    print '顺序执行 used %f' % (time.time() - start)
    start = time.time()
    pool = multiprocessing.Pool(processes = 4)
    r2 = pool.map(loop, [20000] * 4)
    pool.close()
    pool.join()
    print "并行执行 used", time.time() - start, "seconds"
    print r1 == r2, r1[0]
