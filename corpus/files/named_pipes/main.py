# pymp: python=2,3
"""Pipes that have a name: to open one end waits for the other, and a process that waits there can be ended."""
from __future__ import print_function

import errno
import multiprocessing
import os
import stat


def writer(path, count):
    with open(path, 'w') as f:
        for i in range(count):
            f.write('line %d\n' % i)
            f.flush()


def waits_for_a_writer(path, ready):
    ready.set()
    open(path)


def waits_for_bytes(path, ready):
    fd = os.open(path, os.O_RDWR)
    ready.set()
    os.read(fd, 10)


def main():
    os.mkfifo('pipe')
    print(stat.S_ISFIFO(os.stat('pipe').st_mode), oct(stat.S_IMODE(os.stat('pipe').st_mode))[-3:])
    for path in ('pipe', os.path.join('missing', 'pipe')):
        try:
            os.mkfifo(path)
        except OSError as e:
            print(errno.errorcode[e.errno], e.filename)

    p = multiprocessing.Process(target=writer, args=('pipe', 3))
    p.start()
    with open('pipe') as f:
        for line in f:
            print(line.strip())
    p.join()

    pid = os.fork()
    if pid == 0:
        fd = os.open('pipe', os.O_WRONLY)
        os.write(fd, b'from the child')
        os._exit(0)
    fd = os.open('pipe', os.O_RDONLY)
    print(os.read(fd, 100).decode(), os.read(fd, 100) == b'')
    os.close(fd)
    print(os.waitpid(pid, 0)[1])

    for target in (waits_for_a_writer, waits_for_bytes):
        ready = multiprocessing.Event()
        p = multiprocessing.Process(target=target, args=('pipe', ready))
        p.start()
        ready.wait()
        p.join(0.1)
        print(p.is_alive())
        p.terminate()
        p.join()
        print(p.exitcode)

    fd = os.open('pipe', os.O_RDONLY | os.O_NONBLOCK)
    print(os.read(fd, 1) == b'')
    out = os.open('pipe', os.O_WRONLY | os.O_NONBLOCK)
    try:
        os.read(fd, 1)
    except OSError as e:
        print(e.errno in (errno.EAGAIN, errno.EWOULDBLOCK))
    os.write(out, b'x')
    print(os.read(fd, 5).decode())
    os.close(fd)
    os.close(out)
    try:
        os.open('pipe', os.O_WRONLY | os.O_NONBLOCK)
    except OSError as e:
        print(errno.errorcode[e.errno])
    print(os.makedev(300, 70000), os.major(286338160), os.minor(286338160))


if __name__ == '__main__':
    main()
