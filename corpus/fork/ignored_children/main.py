# pymp: python=2,3
# Children of a process that ignores their ends: nobody can wait for them, but a wait lasts until they have ended.
import errno
import os
import signal
import sys
import time


def wait(*args):
    try:
        print(os.waitpid(*args))
    except OSError as e:
        print('%s: %s' % (errno.errorcode[e.errno], e.strerror))
    sys.stdout.flush()


signal.signal(signal.SIGCHLD, signal.SIG_IGN)
read, write = os.pipe()
pid = os.fork()
if pid == 0:
    time.sleep(0.2)
    os.write(write, b'end')
    os._exit(3)
wait(pid, os.WNOHANG)
wait(pid, 0)
print(os.read(read, 3) == b'end')
wait(-1, 0)
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
pid = os.fork()
if pid == 0:
    os._exit(4)
print(os.waitpid(pid, 0)[1] >> 8)
