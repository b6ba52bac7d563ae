# pymp: python=2,3
"""Descriptors of pipes, sockets and files that are sent to another process, which goes on with them alone."""
import multiprocessing
import os
import socket
import sys
from multiprocessing import reduction


def use(conn):
    """Writes into what it gets, and says how that went."""
    for text in b'first', b'second':
        fd = reduction.recv_handle(conn)
        os.write(fd, text)
        os.close(fd)
    fd = reduction.recv_handle(conn)
    conn.send(os.read(fd, 100))
    os.close(fd)


def in_process(target, *args):
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=target, args=(theirs,) + args)
    process.start()
    return ours, process


def read_all(fd):
    """Up to the end: nobody else has it open for writing any more."""
    pieces = list(iter(lambda: os.read(fd, 100), b''))
    os.close(fd)
    return b''.join(pieces)


def detached(conn):
    fd = conn.recv().detach()
    os.write(fd, b'through DupFd')
    os.close(fd)


if __name__ == '__main__':
    conn, process = in_process(use)
    r, w = os.pipe()
    reduction.send_handle(conn, w, process.pid)
    os.close(w)
    print(read_all(r))
    one, two = socket.socketpair()
    reduction.send_handle(conn, two.fileno(), process.pid)
    print(one.recv(100))
    with open('text', 'w') as f:
        f.write('of a file')
    with open('text') as f:
        reduction.send_handle(conn, f.fileno(), process.pid)
    print(conn.recv())
    process.join()
    if sys.version_info[0] == 3:
        conn, process = in_process(detached)
        r, w = os.pipe()
        conn.send(reduction.DupFd(w))
        os.close(w)
        process.join()
        print(os.read(r, 100))
    os.remove('text')
