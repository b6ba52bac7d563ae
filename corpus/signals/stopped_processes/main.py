# pymp: python=2,3
"""SIGSTOP and SIGCONT between processes: what a parent is told, what waits meanwhile, and how a stopped process ends."""
from __future__ import print_function
import multiprocessing
import multiprocessing.queues
import os
import select
import signal
import sys
import time

IS_PYTHON_3 = sys.version_info[0] == 3
told = []


def status(s):
    if os.WIFSTOPPED(s):
        return 'stopped', os.WSTOPSIG(s)
    if os.WIFCONTINUED(s):
        return 'continued'
    if os.WIFSIGNALED(s):
        return 'killed', os.WTERMSIG(s)
    return 'exited', os.WEXITSTATUS(s)


def again(call, *args):
    """Python 2 gives up with EINTR after a handler."""
    while True:
        try:
            return call(*args)
        except (OSError, select.error) as error:
            if error.args[0] != 4:
                raise


def wait(pid, options):
    return again(os.waitpid, pid, options)


def computing():
    signal.signal(signal.SIGCHLD, lambda number, frame: told.append(number))
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(r)
        n = 0
        while True:
            n += 1
            if n % 100000 == 0:
                os.write(w, b'x')
    os.close(w)
    again(os.read, r, 1)
    os.kill(pid, signal.SIGSTOP)
    found, s = wait(pid, os.WUNTRACED)
    print(found == pid, status(s), len(told))
    while again(select.select, [r], [], [], 0.1)[0]:
        again(os.read, r, 1000)
    print('silent', wait(pid, os.WUNTRACED | os.WNOHANG))
    os.kill(pid, signal.SIGCONT)
    print(status(wait(-1, os.WCONTINUED)[1]), len(again(os.read, r, 1)))
    os.kill(pid, signal.SIGSTOP)
    print(status(wait(-1, os.WUNTRACED)[1]))
    os.kill(pid, signal.SIGTERM)
    time.sleep(0.1)
    print(wait(pid, os.WNOHANG))
    os.kill(pid, signal.SIGCONT)
    print(status(wait(pid, 0)[1]))
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def handler(number, frame):
    print('handled', number)
    sys.stdout.flush()


def stops_itself(q):
    signal.signal(signal.SIGCONT, handler)
    signal.signal(signal.SIGTERM, handler)
    q.put('before')
    os.kill(os.getpid(), signal.SIGSTOP)
    print('went on')
    sys.stdout.flush()
    q.put('after')


def waits_for(lock, q):
    q.put('waits')
    with lock:
        q.put('has it')
    time.sleep(100)


def counts(value):
    while True:
        value.value += 1


def started(target, *args):
    process = multiprocessing.Process(target=target, args=args)
    process.daemon = True
    process.start()
    return process


def halt(process):
    os.kill(process.pid, signal.SIGSTOP)
    print(status(os.waitpid(process.pid, os.WUNTRACED)[1]))


def with_processes(q):
    p = started(stops_itself, q)
    print(q.get())
    print(status(os.waitpid(p.pid, os.WUNTRACED)[1]))
    p.join(0.1)
    print(p.is_alive(), p.exitcode)
    sys.stdout.flush()
    os.kill(p.pid, signal.SIGTERM)
    time.sleep(0.1)
    os.kill(p.pid, signal.SIGCONT)
    print(q.get())
    p.join()
    print(p.exitcode)

    lock = multiprocessing.Lock()
    lock.acquire()
    p = started(waits_for, lock, q)
    print(q.get())
    halt(p)
    lock.release()
    time.sleep(0.2)
    print(q.empty())
    os.kill(p.pid, signal.SIGCONT)
    print(q.get())
    halt(p)
    os.kill(p.pid, signal.SIGKILL)
    p.join()
    print(p.exitcode)

    value = multiprocessing.Value('l', 0, lock=False)
    p = started(counts, value)
    while value.value == 0:
        time.sleep(0.01)
    halt(p)
    seen = value.value
    time.sleep(0.1)
    p.terminate()
    time.sleep(0.1)
    print(p.is_alive(), seen == value.value)
    os.kill(p.pid, signal.SIGCONT)
    p.join()
    print(p.exitcode, seen == value.value)


def by_waitid():
    p = started(time.sleep, 100)
    os.kill(p.pid, signal.SIGSTOP)
    for options in (os.WSTOPPED | os.WNOWAIT, os.WSTOPPED, os.WSTOPPED | os.WNOHANG):
        found = os.waitid(os.P_PID, p.pid, options)
        print(found and (found.si_pid == p.pid, found.si_status, found.si_code == os.CLD_STOPPED))
    os.kill(p.pid, signal.SIGCONT)
    found = os.waitid(os.P_ALL, 0, os.WCONTINUED)
    print(found.si_pid == p.pid, found.si_status, found.si_code == os.CLD_CONTINUED)
    p.kill()
    found = os.waitid(os.P_PID, p.pid, os.WEXITED | os.WSTOPPED)
    print(found.si_status, found.si_code == os.CLD_KILLED)
    for options in (0, os.WNOHANG):
        try:
            os.waitid(os.P_PID, p.pid, options)
        except OSError as error:
            print(error)


def stopping_the_parent():
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        time.sleep(0.1)
        os.kill(parent, signal.SIGSTOP)
        time.sleep(0.2)
        os.kill(parent, signal.SIGCONT)
        os._exit(0)
    print(status(wait(pid, os.WUNTRACED)[1]))


if __name__ == '__main__':
    if IS_PYTHON_3:
        multiprocessing.set_start_method('fork')
    computing()
    sys.stdout.flush()
    with_processes(multiprocessing.SimpleQueue() if IS_PYTHON_3 else multiprocessing.queues.SimpleQueue())
    if IS_PYTHON_3:
        by_waitid()
    stopping_the_parent()
