# pymp: python=2,3
"""A process that was joined is no child any more that `os.wait` could find."""
import multiprocessing
import os
import sys


def work():
    pass


p = multiprocessing.Process(target=work)
p.start()
p.join()
try:
    os.wait()
except OSError as e:
    print(e)
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    os._exit(3)
print(os.wait() == (pid, 3 << 8))
