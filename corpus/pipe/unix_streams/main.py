# pymp: python=3
"""Servers and clients of AF_UNIX in one program: much data both ways, ends that go, names, socketserver, syslog."""
import logging
import logging.handlers
import multiprocessing
import os
import select
import socket
import socketserver
import threading


def tell(call, *args):
    try:
        print(call(*args))
    except OSError as error:
        print(type(error).__name__, error)


def client(data):
    with socket.socket(socket.AF_UNIX) as sock:
        sock.connect('server')
        sock.sendall(data)
        sock.shutdown(socket.SHUT_WR)
        with sock.makefile('rb') as file:
            print('client got it', file.read() == data[::-1])


def streams():
    server = socket.socket(socket.AF_UNIX)
    server.bind('server')
    c = socket.socket(socket.AF_UNIX)
    tell(c.connect, 'server')
    server.listen(1)
    print(select.select([server], [], [], 0)[0])
    c.connect('server')
    a, address = server.accept()
    print(repr(address), c.getpeername(), repr(c.getsockname()), a.getsockname(), repr(a.getpeername()))
    c.sendall(b'abc')
    c.shutdown(socket.SHUT_WR)
    print(a.recv(10), a.recv(10))
    a.sendall(b'answer')
    a.close()
    print(c.recv(3), c.recv(10), c.recv(10))
    data = os.urandom(1_000_000)
    for kind in threading.Thread, multiprocessing.Process:
        other = kind(target=client, args=(data,))
        other.start()
        a, _ = server.accept()
        with a, a.makefile('rb') as file:
            got = file.read()
            a.sendall(got[::-1])
        other.join()
    c = socket.socket(socket.AF_UNIX)
    c.bind('client')
    c.setblocking(False)
    c.connect('server')
    a, address = server.accept()
    print(address, a.getpeername())
    sent = 0
    try:
        while True:
            sent += c.send(b'x' * 65536)
    except BlockingIOError:
        print('full', sent > 100_000, select.select([], [c], [], 0)[1])
    while sent:
        sent -= len(a.recv(sent))
    print(select.select([], [c], [], 1)[1] == [c])
    a.close()
    c.setblocking(True)
    print(c.recv(10))
    tell(c.send, b'x')
    server.close()
    c = socket.socket(socket.AF_UNIX)
    tell(c.connect, 'server')
    os.unlink('server')
    tell(c.connect, 'server')


def options():
    with socket.socket(socket.AF_UNIX) as server, socket.socket() as tcp:
        server.bind('options')
        for sock in server, tcp:
            for name in 'SO_ACCEPTCONN', 'SO_DOMAIN', 'SO_PROTOCOL', 'SO_TYPE':
                print(name, sock.getsockopt(socket.SOL_SOCKET, getattr(socket, name)))
            sock.listen()
            print(sock.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().upper())


class UpperDatagram(socketserver.DatagramRequestHandler):
    def handle(self):
        print(self.client_address)
        self.wfile.write(self.rfile.read().upper())


def servers():
    with socketserver.UnixDatagramServer('datagrams', UpperDatagram) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
            sock.bind('mine')
            sock.sendto(b'hello', 'datagrams')
            print(sock.recv(100))
        thread.join()
    for name in 'UnixStreamServer', 'ThreadingUnixStreamServer', 'ForkingUnixStreamServer':
        with getattr(socketserver, name)(name, Upper) as server:
            thread = threading.Thread(target=server.handle_request)
            thread.start()
            with socket.socket(socket.AF_UNIX) as sock:
                sock.connect(name)
                sock.sendall(b'line\n')
                print(name, sock.recv(100))
            thread.join()


def syslog():
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.bind('log')
        handler = logging.handlers.SysLogHandler('log')
        logging.getLogger().addHandler(handler)
        logging.warning('a warning')
        print(sock.recv(100))
        handler.close()


streams()
options()
servers()
syslog()
