# pymp: python=2,3
# Timers of processor time go on while the process computes, and not while it sleeps.
from __future__ import print_function

import signal
import time

came = []


def compute(seconds):
    end = time.time() + seconds
    while time.time() < end and not came:
        pass


signal.signal(signal.SIGVTALRM, lambda number, frame: came.append('virtual'))
signal.signal(signal.SIGPROF, lambda number, frame: came.append('prof'))
for which in (signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
    print(signal.setitimer(which, 0.03))
    time.sleep(0.1)
    print(came, 0 < signal.getitimer(which)[0] <= 0.05, signal.getitimer(which)[1])
    compute(10)
    print(came, signal.getitimer(which))
    del came[:]
print(signal.setitimer(signal.ITIMER_PROF, 30, 2.5))
left, interval = signal.setitimer(signal.ITIMER_PROF, 0)
print(25 < left <= 30.1, interval)
try:
    signal.setitimer(9, 1)
except signal.ItimerError as e:
    print(e)
