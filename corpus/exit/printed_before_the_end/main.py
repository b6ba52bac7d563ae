# pymp: python=2,3
"""What a program has printed is written when its text ends: before what runs at its end, and before children that nobody has joined."""
from __future__ import print_function

import atexit
import multiprocessing
import os

parent = os.getpid()
go_on = multiprocessing.Event()


def child():
    go_on.wait()
    print('child')


def at_end():
    os.write(1, b'at the end\n')
    if os.getpid() == parent:
        go_on.set()


atexit.register(at_end)
multiprocessing.Process(target=child).start()
print('main is done')
pid = os.fork()
if pid == 0:
    print('forked child is done')
else:
    os.waitpid(pid, 0)
    print('waited')
