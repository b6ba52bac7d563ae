# pymp: python=2,3
"""A child that has ended can be sent signals until somebody has waited for it."""
from __future__ import print_function
import os
import time

for _ in range(5):
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os._exit(3)
    os.close(writer)
    os.read(reader, 1)
    time.sleep(.05)
    os.kill(pid, 0)
    os.kill(pid, 15)
    print(os.waitpid(pid, 0)[1])
    try:
        os.kill(pid, 0)
        print('it is still there')
    except OSError as error:
        print(error)

# One that ends while signals come.
for _ in range(4):
    pid = os.fork()
    if pid == 0:
        time.sleep(.05)
        os._exit(4)
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            break
        os.kill(pid, 0)
        os.kill(pid, 18)
    print(status)
