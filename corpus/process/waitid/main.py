# pymp: python=3
"""os.waitid looks at how a child has ended, and may leave it there; files in memory go to children."""
import mmap
import os
import signal
import subprocess
import sys
import time


def ended(status):
    pid = os.fork()
    if pid == 0:
        os._exit(status)
    return pid


def killed(number):
    pid = os.fork()
    if pid == 0:
        time.sleep(60)
        os._exit(0)
    os.kill(pid, number)
    return pid


def tell(result, *pids):
    if result is None:
        return None
    kinds = {os.CLD_EXITED: 'exited', os.CLD_KILLED: 'killed'}
    return result.si_pid in pids, result.si_uid == os.getuid(), result.si_signo == signal.SIGCHLD, result.si_status, kinds[result.si_code]


def refused(*args):
    try:
        print(os.waitid(*args))
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)


def waits():
    pid = ended(3)
    print(tell(os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT), pid))
    print(tell(os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT | os.WNOHANG), pid))
    print(tell(os.waitid(os.P_PID, pid, os.WEXITED), pid))
    refused(os.P_PID, pid, os.WEXITED)
    refused(os.P_ALL, 0, os.WEXITED)
    refused(os.P_ALL, 0, 0)
    refused(99, pid, os.WEXITED)
    refused('all', 0, os.WEXITED)
    pid = killed(signal.SIGKILL)
    print(tell(os.waitid(os.P_ALL, 0, os.WEXITED), pid))
    sleeper = os.fork()
    if sleeper == 0:
        time.sleep(60)
        os._exit(0)
    print(os.waitid(os.P_PID, sleeper, os.WEXITED | os.WNOHANG))
    os.kill(sleeper, signal.SIGTERM)
    print(tell(os.waitid(os.P_PID, sleeper, os.WEXITED | os.WNOWAIT), sleeper))
    print(os.waitpid(sleeper, 0)[1])
    first, second = ended(1), ended(2)
    results = [os.waitid(os.P_ALL, 0, os.WEXITED) for _ in range(2)]
    print(sorted(tell(result, first, second) for result in results))
    print(os.waitid_result.__name__, os.waitid_result.n_fields, type(results[0]) is os.waitid_result)


def memory():
    fd = os.memfd_create('name')
    print(os.get_inheritable(fd), os.fstat(fd).st_size, os.fstat(fd).st_nlink)
    os.ftruncate(fd, 4096)
    with mmap.mmap(fd, 4096) as view:
        view[:5] = b'hello'
        view.flush()
    program = 'import os, sys; print(os.pread(int(sys.argv[1]), 5, 0))'
    print(subprocess.run([sys.executable, '-c', program, str(fd)], pass_fds=[fd], capture_output=True, text=True).stdout)
    os.close(fd)
    other = os.memfd_create(b'bytes', 0)
    print(os.get_inheritable(other), os.write(other, b'abc'), os.lseek(other, 0, 0), os.read(other, 10))
    for name in 1, None:
        try:
            os.memfd_create(name)
        except TypeError as error:
            print(error)


waits()
memory()
