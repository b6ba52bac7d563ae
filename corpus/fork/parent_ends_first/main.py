# pymp: python=2,3
# The parent ends at once; the child still knows it, and later that it is gone.
import os
import sys
import time

read, write = os.pipe()
pid = os.fork()
if pid == 0:
    first = os.getppid()
    os.write(write, b'begun')
    deadline = time.time() + 10
    while os.getppid() == first and time.time() < deadline:
        time.sleep(0.01)
    print('the parent was %s, and then another' % ('known' if first > 1 else 'unknown'))
    print(os.getppid() != first)
    sys.stdout.flush()
else:
    print('the parent ends')
    sys.stdout.flush()
    os.read(read, 5)
