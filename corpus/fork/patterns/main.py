# pymp: python=2,3
"""Compiled patterns go to children, by fork and as arguments."""
from __future__ import print_function
import multiprocessing
import re

WORD = re.compile(r'(?P<word>\w+) (\d+)', re.I)


def find(text):
    return WORD.match(text).groupdict()


def split(item):
    pattern, text = item
    return pattern.split(text), pattern == WORD


if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    print(pool.map(find, ['one 1', 'two 2']))
    print(pool.map(split, [(re.compile('[,;]'), 'a,b;c'), (WORD, 'x 1 y')]))
    pool.close()
    pool.join()
