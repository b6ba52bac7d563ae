# -*- coding: utf-8 -*-
# pymp: python=2 compare=unordered
import time
from multiprocessing import Pool

def run(fn):
    # 模拟耗时的任务
    time.sleep(0.05)
    print '正在处理', fn
    return fn * fn

if __name__ == "__main__":
    testFL = [1, 2, 3, 4, 5, 6]
    print '串行:'
    out = [run(fn) for fn in testFL]
    print '并行:'
    pool = Pool(3)              # 三个进程
    rl = pool.map(run, testFL)
    pool.close()                # 关闭进程池，不再接受新的任务
    pool.join()                 # 等待所有子进程结束
    print "结果:", rl, out == rl, '完成'
