# -*- coding: utf-8 -*-
# pymp: python=2
# 没有 __main__ 保护的脚本
import multiprocessing

def f(x):
    return x ** 2

pool = multiprocessing.Pool(4)
print pool.map(f, xrange(8))
for r in pool.imap(f, [10, 20]):
    print r,
print
rs = [pool.apply_async(f, (i, )) for i in range(3)]
print '结果:', [r.get() for r in rs]
