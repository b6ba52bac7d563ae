# pymp: python=2,3
"""Forked children see the parent's globals and change only their own copy."""
from __future__ import print_function
import multiprocessing
import sys

counter = 0
names = ['main']
settings = {'level': 1}


class Config(object):
    limit = 5


config = Config()


def change(n):
    global counter
    counter += n
    names.append('child%d' % n)
    settings['level'] += n
    Config.limit += n
    config.extra = n
    print('child', n, counter, names, settings, Config.limit, config.extra)
    sys.stdout.flush()


if __name__ == '__main__':
    counter = 100
    for n in (1, 2):
        p = multiprocessing.Process(target=change, args=(n,))
        p.start()
        p.join()
    print('parent', counter, names, settings, Config.limit, hasattr(config, 'extra'))
    names.append('later')
    p = multiprocessing.Process(target=change, args=(3,))
    p.start()
    p.join()
