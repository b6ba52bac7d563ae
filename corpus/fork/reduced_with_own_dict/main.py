# pymp: python=2,3
"""What reduces itself together with its own __dict__ goes through a fork, and stays that dict."""
from __future__ import print_function
import sys
from collections import OrderedDict
from multiprocessing import Process


class Kept(object):
    def __init__(self, a):
        self.a = a
        self.me = self
    def __reduce__(self):
        return Kept, (self.a,), self.__dict__

class Ordered(OrderedDict):
    def __init__(self, a):
        OrderedDict.__init__(self)
        self.a = a
        self.me = self
    def __reduce__(self):
        return Ordered, (self.a,), self.__dict__, None, iter(list(self.items()))

class Queueish(list):
    def __init__(self, a):
        self.a = a
    def __reduce_ex__(self, protocol):
        return Queueish, (self.a,), self.__dict__

k, o, q = Kept(1), Ordered(2), Queueish(3)
k.more, o.more, o['x'], q.more = 'k', 'o', 1, 'q'
kd, od, qd = k.__dict__, o.__dict__, q.__dict__
holder = {'first': kd, 'then': [od, qd]}

def show():
    print(sorted(kd), k.a, k.more, k.me is k, o.a, o.more, o.me is o, dict(o), q.a, q.more, sorted(q.__dict__))
    print(kd is k.__dict__, od is o.__dict__, holder['first'] is kd, sorted(holder['then'][1]), qd is q.__dict__); sys.stdout.flush()

if __name__ == '__main__':
    p = Process(target=show); p.start(); p.join(); print(p.exitcode)

