# pymp: python=2,3
from __future__ import print_function
import os
import sys
print('x')
for i in range(2):
    pid = os.fork()
    if not pid:
        sys.exit(i)
    os.wait()
print('y')
try:
    pid = os.fork()
    if pid == 0:
        raise SystemExit('child says bye')
    print(os.waitpid(pid, 0)[1])
finally:
    print('finally', pid > 0)
