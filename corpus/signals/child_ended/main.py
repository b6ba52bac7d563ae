# pymp: python=2,3
"""Handlers of SIGCHLD have run when a call that waited for the child returns; they find it waited for."""
import errno
import multiprocessing
import os
import signal
import subprocess
import sys

found = []


def ended(number, frame):
    try:
        pid, status = os.waitpid(-1, os.WNOHANG)
        found.append(status >> 8)
    except OSError as error:
        found.append(errno.errorcode[error.errno])


def show(*what):
    print(' '.join(map(str, what + tuple(found))))
    sys.stdout.flush()
    del found[:]


def child(code):
    sys.exit(code)


def main():
    signal.signal(signal.SIGCHLD, ended)
    p = multiprocessing.Process(target=child, args=(3,))
    p.start()
    p.join()
    show('joined', p.exitcode)
    pid = os.fork()
    if pid == 0:
        os._exit(4)
    _, status = os.waitpid(pid, 0)
    show('waited for', status >> 8)
    program = subprocess.Popen(['sh', '-c', 'sleep 0.1; exit 5'])
    show('program', program.wait())
    # One that nobody waits for is the handler's.
    q = multiprocessing.Queue()
    if os.fork() == 0:
        os._exit(6)
    while not found:
        signal.pause()
    show('paused')
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    p = multiprocessing.Process(target=child, args=(7,))
    p.start()
    p.join()
    show('default', p.exitcode)


if __name__ == '__main__':
    main()
