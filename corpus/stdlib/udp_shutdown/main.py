# pymp: python=2,3
"""Datagram sockets that are shut down, bound again, or asked for what they have not; who waits in one is woken."""
from __future__ import print_function
import socket
import threading
import time


def new(limit=0.1):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.settimeout(limit)
    return s


def shown(name, function, *args):
    try:
        result = function(*args)
    except (socket.error, ValueError) as error:
        result = getattr(error, 'errno', None) or str(error)
    print(name, result)


a = new()
a.bind(('127.0.0.1', 0))
b = new()
shown('unconnected', a.shutdown, socket.SHUT_RDWR)
shown('send to', a.sendto, b'x', a.getsockname())
shown('limit', a.recv, 10)
a.setblocking(False)
shown('at once', a.recv, 10)
a.close()

a = new()
a.bind(('127.0.0.1', 0))
shown('no peer', b.send, b'x')
print(b.sendto(b'first', a.getsockname()), len(a.recvfrom(3)[0]))
shown('bind', b.bind, ('127.0.0.1', 0))
shown('bind twice', a.bind, ('127.0.0.1', 0))
shown('peer', b.getpeername)
b.connect(a.getsockname())
print(b.getpeername() == a.getsockname(), b.send(b''), len(a.recv(5)))
shown('connected', b.shutdown, socket.SHUT_WR)
shown('send after', b.send, b'x')
shown('receive', a.recv, 5)
shown('listen', a.listen, 1)

waiting = new(None)
waiting.bind(('127.0.0.1', 0))
found = []
thread = threading.Thread(target=lambda: found.append(waiting.recv(10)))
thread.start()
time.sleep(0.2)
shown('woken', waiting.shutdown, socket.SHUT_RD)
thread.join(5)
print(thread.is_alive(), [len(each) for each in found])
