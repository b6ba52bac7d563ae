# pymp: python=2,3
from __future__ import print_function
import multiprocessing
import os
import signal
import sys
import time

ready = multiprocessing.Event()


def loop(kind):
    try:
        ready.set()
        if kind == 'while':
            while True:
                pass
        else:
            for i in range(10 ** 10):
                pass
    except KeyboardInterrupt:
        print(kind, 'interrupted')
        sys.stdout.flush()
        sys.exit(4)


def handled():
    def handler(signum, frame):
        raise RuntimeError('signal %d' % signum)
    signal.signal(signal.SIGUSR1, handler)
    ready.set()
    try:
        while True:
            pass
    except RuntimeError as error:
        print(error)


def check(target, args, number):
    ready.clear()
    process = multiprocessing.Process(target=target, args=args)
    process.start()
    ready.wait()
    time.sleep(0.1)
    os.kill(process.pid, number)
    process.join()
    print(target.__name__, args, process.exitcode)


if __name__ == '__main__':
    check(loop, ('while',), signal.SIGINT)
    if sys.version_info[0] == 3:
        check(loop, ('for',), signal.SIGINT)
    check(handled, (), signal.SIGUSR1)
