# pymp: python=2
"""os, warnings and random as programs of Python 2 import them: whole or in part, under other names, changed."""
import os
import os.path
import random as chance
import sys
import warnings as w

from multiprocessing import Process


def names_of(module, names):
    return [name for name in names.split() if hasattr(module, name)]


def child():
    print os.getpid() != parent, os.path.basename(os.getcwd() + '/x'), os.environ['MINE'], chance.randint(3, 3)


os.environ['MINE'] = 'yes'
parent = os.getpid()
if __name__ == '__main__':
    print os.sep, os.name, os.path is sys.modules['posixpath'], os.path.join('a', 'b')
    print names_of(os, 'fork popen popen2 getcwdu tmpfile errno cpu_count environb getrandom')
    print isinstance(os.getcwdu(), unicode), os.popen('echo $MINE').read(), os.getenv('NONE', 'default')
    p = Process(target=child)
    sys.stdout.flush()
    p.start()
    p.join()
    os.extra = 1
    print os.extra, os.listdir.__name__, 'os' in sys.modules, os.__name__
    with w.catch_warnings(record=True) as caught:
        w.simplefilter('always')
        w.warn('told')
    print [str(each.message) for each in caught]
    chance.seed(7)
    print chance.random(), chance.randint(1, 100), chance.sample(range(20), 3)

from os import *

print listdir is os.listdir, 'cpu_count' in globals(), sorted(set(__import__('os').__all__) & set(['fork', 'cpu_count', 'walk']))
