# pymp: python=2,3
"""MSG_PEEK: what was looked at is still there, and so is what came after it."""
from __future__ import print_function
import socket

PEEK = socket.MSG_PEEK


def try_all(reader, writer):
    writer.sendall(b'abcde')
    print(reader.recv(2, PEEK) == b'ab', reader.recv(1) == b'a', reader.recv(99, PEEK) == b'bcde', reader.recv(9) == b'bcde')
    writer.sendall(b'12')
    print(reader.recv(1, PEEK) == b'1')
    writer.sendall(b'34')
    seen = b''
    while len(seen) < 4:
        seen = reader.recv(4, PEEK)
    print(seen == b'1234', reader.recv(4) == b'1234')
    reader.setblocking(False)
    try:
        reader.recv(1, PEEK)
    except socket.error as error:
        print(error)
    reader.setblocking(True)
    writer.close()
    print(reader.recv(1, PEEK) == b'', reader.recv(1) == b'')
    reader.close()


try_all(*socket.socketpair())
server = socket.socket()
server.bind(('127.0.0.1', 0))
server.listen(1)
client = socket.create_connection(server.getsockname())
try_all(server.accept()[0], client)
server.close()
a, b = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
a.bind(('127.0.0.1', 0))
b.sendto(b'first', a.getsockname())
b.sendto(b'second', a.getsockname())
print(a.recvfrom(3, PEEK)[0] == b'fir', a.recvfrom(9)[0] == b'first', a.recv(9, PEEK) == b'second', a.recv(3) == b'sec')
a.close()
b.close()
