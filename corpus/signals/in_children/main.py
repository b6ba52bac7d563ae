"""A child with a handler of its own, signalled by its parent."""
import multiprocessing
import os
import signal
import sys
import time


def worker(ready):
    def leave(number, frame):
        print('child cleans up', flush=True)
        sys.exit(9)

    signal.signal(signal.SIGTERM, leave)
    ready.set()
    while True:
        time.sleep(0.05)


def plain(ready):
    ready.set()
    time.sleep(30)


if __name__ == '__main__':
    for target, number in ((worker, signal.SIGTERM), (plain, signal.SIGUSR1), (plain, signal.SIGKILL)):
        ready = multiprocessing.Event()
        p = multiprocessing.Process(target=target, args=(ready,))
        p.start()
        ready.wait()
        os.kill(p.pid, number)
        p.join()
        print(target.__name__, number.name, p.exitcode)
