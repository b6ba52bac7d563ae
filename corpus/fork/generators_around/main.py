# pymp: python=2,3
"""Loops over generators and `with` of a generator around os.fork: the child goes on in them."""
from __future__ import print_function

import contextlib
import os
import sys

def tasks(n):
    for i in range(n):
        yield i
@contextlib.contextmanager
def section(name):
    print('<', name); sys.stdout.flush()
    try:
        yield
    finally:
        print('>', name, os.getpid() == main); sys.stdout.flush()
main = os.getpid()
def fork_all():
    for t in tasks(3):
        with section('s%d' % t):
            sys.stdout.flush()
            pid = os.fork()
            if pid == 0:
                print('child of', t); sys.stdout.flush()
                continue_from = t
            else:
                os.waitpid(pid, 0)
        if pid == 0:
            break
    else:
        return None
    print('child goes on with', continue_from); sys.stdout.flush()
    return continue_from
r = fork_all()
if r is not None:
    os._exit(0)
print('parent done')
def walk(n):
    for a in tasks(n):
        for b in (x * a for x in range(2)):
            pid = os.fork()
            if pid == 0:
                continue
            os.waitpid(pid, 0)
            sys.stdout.flush()
            return a, b
    return 'end'
print(walk(2), os.getpid() == main); sys.stdout.flush()
if os.getpid() != main: os._exit(0)
