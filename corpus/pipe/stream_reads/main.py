# pymp: python=2,3
"""A stream knows no messages: what was written in pieces is read together, as far as it is there."""
import os
import socket
import sys


def show(*what):
    print(' '.join(item.decode() for item in what))
    sys.stdout.flush()


def main():
    reader, writer = os.pipe()
    for piece in (b'abc', b'def', b'ghi'):
        os.write(writer, piece)
    show(os.read(reader, 4), os.read(reader, 100))
    here, there = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        for line in (b'one\n', b'two\n', b'three\n'):
            here.send(line)
        os._exit(0)
    os.waitpid(pid, 0)
    show(there.recv(5), there.recv(1024))
    here.close()
    show(b'end:', there.recv(10))
    # More than a pipe holds comes in parts, but nothing is lost.
    if os.fork() == 0:
        os.close(reader)
        for _ in range(300):
            os.write(writer, b'0123456789' * 100)
        os._exit(0)
    os.close(writer)
    total = 0
    while True:
        data = os.read(reader, 7777)
        if not data:
            break
        total += len(data)
    show(str(total).encode())


if __name__ == '__main__':
    main()
