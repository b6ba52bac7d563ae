# pymp: python=2,3
from __future__ import print_function
import os
import sys
import threading

try:
    int('x')
except ValueError as error:
    print('caught', error)


def action():
    try:
        return {}['k']
    except (KeyError, IndexError):
        return 'handled'
    finally:
        print('finally')


print(action())
done = threading.Event()
done.set()
reader, writer = os.pipe()
sys.stdout.flush()
if os.fork() == 0:
    os.write(writer, b'child')
    os._exit(0)
print(os.read(reader, 10).decode(), os.wait()[1])
