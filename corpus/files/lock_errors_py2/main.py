# pymp: python=2
# What `fcntl` raises is an IOError: so programs find out that they run already.
import errno
import fcntl
import os

def single(name):
    lock = open(name, 'w')
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except IOError, e:
        print 'another one runs', e.errno == errno.EAGAIN, e
        return None
    return lock

first = single('lock')
print single('lock')
pid = os.fork()
if pid == 0:
    os._exit(3 if single('lock') is None else 0)
print os.WEXITSTATUS(os.waitpid(pid, 0)[1])
first.close()
print single('lock') is not None
for call in (lambda: fcntl.fcntl(99, fcntl.F_GETFL), lambda: fcntl.flock(98, fcntl.LOCK_UN), lambda: fcntl.lockf(97, fcntl.LOCK_EX)):
    try:
        call()
    except IOError, e:
        print repr(e)
