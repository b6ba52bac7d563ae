# pymp: python=2,3
"""How a process can end."""
from __future__ import print_function
import multiprocessing
import os
import signal
import sys
import time


def returns():
    return 5


def exits(value):
    sys.exit(value)


def exits_hard():
    os._exit(7)


def raises():
    raise ValueError('on purpose')


def kills_itself():
    os.kill(os.getpid(), signal.SIGKILL)


def sleeps():
    time.sleep(30)


def run(target, *args):
    p = multiprocessing.Process(target=target, args=args)
    p.start()
    if target is sleeps:
        p.terminate()
    p.join()
    return p.exitcode


if __name__ == '__main__':
    sys.stderr = open(os.devnull, 'w')
    print('returns', run(returns))
    for value in (None, 0, 3, 256 + 4, True, 'a message'):
        print('exits', repr(value), run(exits, value))
    print('exits hard', run(exits_hard))
    print('raises', run(raises))
    print('kills itself', run(kills_itself))
    print('terminated', run(sleeps))
