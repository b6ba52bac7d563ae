# pymp: python=2,3
"""Datagrams of AF_UNIX: names, pairs, queues that are full, errors, other processes."""
from __future__ import print_function
import errno
import multiprocessing
import os
import select
import socket


def tell(call, *args):
    try:
        print(call(*args))
    except socket.timeout:
        print('timeout')
    except (socket.error, OSError) as error:
        print(errno.errorcode[error.errno])


def new(name=None):
    made = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    if name is not None:
        made.bind(name)
    return made


def names():
    a, b = new(), new()
    tell(a.send, b'x')
    tell(a.getpeername)
    tell(a.sendto, b'x', 'nobody')
    b.bind('b')
    print(b.getsockname(), os.path.exists('b'))
    tell(new().bind, 'b')
    tell(b.bind, 'other')
    print(a.sendto(b'hello', 'b'), b.recvfrom(3))
    a.bind('a')
    a.connect('b')
    print(a.getpeername(), a.send(b''), a.send(b'one'), a.send(b'two'))
    print(b.recvfrom(9), b.recv(2, socket.MSG_PEEK), b.recvfrom(9), b.recv(9))
    c = new('c')
    tell(c.sendto, b'a is connected', 'a')
    tell(c.connect, 'a')
    b.close()
    tell(a.send, b'refused')
    tell(a.send, b'not connected any more')
    tell(c.connect, 'b')
    os.unlink('b')
    tell(c.connect, 'b')
    tell(socket.socket(socket.AF_UNIX).connect, 'c')
    server = socket.socket(socket.AF_UNIX)
    server.bind('server')
    server.listen(1)
    tell(c.connect, 'server')
    found = new(b'\0abstract of unix_datagrams %d' % os.getpid() if str is not bytes else '\0abstract %d' % os.getpid())
    c.sendto(b'abstract', found.getsockname())
    print(found.recvfrom(20))
    automatic = new('')
    print(len(automatic.getsockname()))


def pairs():
    x, y = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    print(x.type == socket.SOCK_DGRAM, repr(x.getsockname()), repr(x.getpeername()))
    x.send(b'1')
    x.send(b'22')
    print(select.select([y], [], [], 0)[0] == [y], y.recvfrom(9), y.recv(9), select.select([y], [], [], 0))
    x.setblocking(False)
    sent = 0
    try:
        while sent < 1000:
            sent += x.send(b'm')
    except socket.error as error:
        print(error.errno == errno.EAGAIN, sent > 5)
    print(select.select([], [x], [], 0))
    tell(x.send, b'x' * 300000)
    y.close()
    tell(x.send, b'k')
    x.settimeout(0.01)
    tell(x.recv, 1)
    p, q = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    p.shutdown(socket.SHUT_WR)
    tell(p.send, b'x')
    q.send(b'still')
    print(p.recv(9))
    p.shutdown(socket.SHUT_RD)
    print(p.recv(9))
    tell(q.send, b'x')
    tell(socket.socketpair, socket.AF_INET)
    tell(socket.socketpair, socket.AF_UNIX, 77)


def child(end):
    end.send(b'from the child')
    print(end.recv(20))
    end.close()
    new().sendto(b'by its name', 'parent')


def processes():
    parent = new('parent')
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    process = multiprocessing.Process(target=child, args=(theirs,))
    process.start()
    print(ours.recv(20))
    ours.send(b'from the parent')
    print(parent.recvfrom(20))
    process.join()


names()
pairs()
processes()
