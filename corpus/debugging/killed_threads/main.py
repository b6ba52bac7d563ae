# pymp: python=2,3
# Threads that are ended by a tracing function, and tracing of threads that begin later.
from __future__ import print_function
import sys, threading, time
class KThread(threading.Thread):
    """A subclass of threading.Thread, with a kill() method."""
    def __init__(self, *args, **keywords):
        threading.Thread.__init__(self, *args, **keywords)
        self.killed = False
    def start(self):
        self.__run_backup = self.run
        self.run = self.__run
        threading.Thread.start(self)
    def __run(self):
        sys.settrace(self.globaltrace)
        self.__run_backup()
        self.run = self.__run_backup
    def globaltrace(self, frame, why, arg):
        if why == 'call':
            return self.localtrace
        else:
            return None
    def localtrace(self, frame, why, arg):
        if self.killed:
            if why == 'line':
                raise SystemExit()
        return self.localtrace
    def kill(self):
        self.killed = True

def func():
    n = 0
    while True:
        n += 1
        time.sleep(0.001)

t = KThread(target=func)
t.start()
time.sleep(0.05)
print('alive', t.is_alive())
t.kill()
t.join(5)
print('alive', t.is_alive())

def busy():
    try:
        while True:
            pass
    finally:
        print('cleaned')
t = KThread(target=busy)
t.start()
time.sleep(0.02)
t.kill()
t.join(5)
print('alive', t.is_alive())

lines = []
def tr(frame, event, arg):
    if frame.f_code is worker.__code__:
        lines.append((threading.current_thread().name, event, frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals.items())))
    return tr
def worker(a):
    b = a * 2
    for i in range(2):
        b += i
    return b
threading.settrace(tr)

ts = [threading.Thread(target=worker, args=(k,), name='w%d' % k) for k in range(2)]
for x in ts: x.start()
for x in ts: x.join()
threading.settrace(None)
for l in sorted(lines, key=lambda l: l[0]): print(l)
