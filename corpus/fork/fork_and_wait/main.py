# pymp: python=2,3
"""os.fork without multiprocessing: who am I, waitpid and exit status."""
from __future__ import print_function
import os
import sys

value = 1
print('one process so far')
sys.stdout.flush()
pid = os.fork()
if pid == 0:
    value += 10
    print('child: my pid is not my parent\'s:', os.getpid() != os.getppid(), 'value', value)
    sys.stdout.flush()
    os._exit(3)
done, status = os.waitpid(pid, 0)
print('parent:', done == pid, os.WIFEXITED(status), os.WEXITSTATUS(status), 'value', value)
reader, writer = os.pipe()
if os.fork() == 0:
    os.close(reader)
    os.write(writer, b'through the pipe')
    os._exit(0)
os.close(writer)
print(os.read(reader, 100), os.read(reader, 100) == b'')
os.wait()
try:
    os.wait()
except OSError as error:
    print(error)
