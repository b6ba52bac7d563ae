# pymp: python=2,3
# A child has had the time that has passed since it was started when a signal of its parent reaches it.
from __future__ import print_function

import multiprocessing
import os
import signal
import sys
import time


def say(*words):
    print(*words)
    sys.stdout.flush()


def plain(number):
    say('plain', number)
    time.sleep(20)


def handling(number):
    def on_term(number, frame):
        say('handled', number == signal.SIGTERM)
        sys.exit(3)

    signal.signal(signal.SIGTERM, on_term)
    say('handling', number)
    time.sleep(20)


def ignoring(number):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    time.sleep(0.3)
    say('ignored', number)


if __name__ == '__main__':
    for target in (plain, handling):
        for number in range(3):
            p = multiprocessing.Process(target=target, args=(number,))
            p.start()
            time.sleep(0.12)
            p.terminate()
            p.join()
            say(p.exitcode, p.is_alive())
    p = multiprocessing.Process(target=ignoring, args=(1,))
    p.start()
    time.sleep(0.12)
    os.kill(p.pid, signal.SIGINT)
    p.join()
    say(p.exitcode)
