#!/usr/bin/env python
# -*- coding: utf-8 -*-
# pymp: python=2
# 多进程示例：父进程等待子进程结束
import multiprocessing
import time

class Clock(multiprocessing.Process):
    """自定义的进程类"""
    def __init__(self, interval, title):
        multiprocessing.Process.__init__(self)
        self.interval = interval
        self.title = title

    def run(self):
        n = 3
        while n > 0:
            print "%s 还剩 %d 次" % (self.title, n)
            time.sleep(self.interval)
            n -= 1

def write(q, items):
    for item in items:
        print '放入 %s 到队列' % item
        q.put(item)

def read(q):
    while not q.empty():
        print '从队列取出', q.get(True)

if __name__ == '__main__':
    p = Clock(0.01, '时钟')
    p.start()
    p.join()
    print '进程', p.name, '结束，退出码', p.exitcode
    manager = multiprocessing.Manager()
    q = manager.Queue()
    for target, args in ((write, (q, ['甲', u'乙'.encode('utf-8'), 3])), (read, (q,))):
        w = multiprocessing.Process(target=target, args=args)
        w.start()
        w.join()
    print u'全部结束'.encode('utf-8'), repr('中'), len('中文')
