# pymp: python=3
"""Descriptors that travel beside messages (SCM_RIGHTS): pipes, files, sockets, over pairs, datagrams and named sockets."""
import array
import multiprocessing
import os
import socket
import sys


def tell(call, *args):
    try:
        print(call(*args))
    except (OSError, OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


def child(end):
    message, fds, flags, address = socket.recv_fds(end, 1024, 5)
    print('child', message, len(fds), flags, address)
    pipe, file, out, connection = fds
    os.write(pipe, b'through the pipe')
    os.close(pipe)
    print(os.read(file, 4))
    os.write(out, b'child;')
    with socket.socket(fileno=connection) as sock:
        print(sock.family == socket.AF_INET, sock.type == socket.SOCK_STREAM, sock.proto)
        sock.send(b'on the socket')
    sys.stdout.flush()
    end.send(b'done')


def to_another_process():
    ours, theirs = socket.socketpair()
    process = multiprocessing.Process(target=child, args=(theirs,))
    process.start()
    theirs.close()
    r, w = os.pipe()
    with open('file', 'w') as file:
        file.write('abcdefgh')
    file = os.open('file', os.O_RDONLY)
    print(os.read(file, 2))
    out = os.open('out', os.O_RDWR | os.O_CREAT)
    os.write(out, b'parent;')
    server = socket.create_server(('127.0.0.1', 0))
    client = socket.create_connection(server.getsockname())
    accepted, _ = server.accept()
    print(socket.send_fds(ours, [b'hello ', b'world'], [w, file, out, accepted.fileno()]))
    os.close(w)
    accepted.close()
    print(os.read(r, 100), os.read(r, 10))
    print(client.recv(100), client.recv(100), ours.recv(10))
    process.join()
    print(os.read(file, 10))
    os.write(out, b'parent again')
    with open('out') as file:
        print(file.read())


def rights(*fds):
    return [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', fds))]


def closed(message):
    """The message with lengths in the place of descriptors, which are closed."""
    data, ancillary, flags, address = message
    for _, _, fds in ancillary:
        for fd in array.array('i', fds):
            os.close(fd)
    return data, [(level, kind, len(fds)) for level, kind, fds in ancillary], flags, address


def messages():
    a, b = socket.socketpair()
    r, w = os.pipe()
    room = socket.CMSG_SPACE(8)
    a.send(b'zero')
    a.sendmsg([b'one'], rights(w))
    a.sendmsg([b'two'], rights(r))
    a.send(b'three')
    for _ in range(3):
        print(closed(b.recvmsg(100, room)))
    for size, space in (2, room), (10, socket.CMSG_LEN(4)), (10, 0):
        a.sendmsg([b'12345'], rights(r, w))
        print(closed(b.recvmsg(size, space)))
        if size < 5:
            print(closed(b.recvmsg(10, room)))
    a.sendmsg([b'12345'], rights(r, w))
    print(b.recv(10))
    a.sendmsg([b'678'], rights(w))
    print(closed(b.recvmsg(10, room)))
    tell(a.sendmsg, [b'x'], rights(99))
    tell(a.sendmsg, [b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS)])
    tell(a.sendmsg, [b'x'], [(socket.SOL_SOCKET, 'a', b'')])
    tell(a.sendmsg, [b'x'], 5)
    tell(a.sendmsg, [b'x'], [5])
    tell(a.sendmsg, [], rights(w))
    b.setblocking(False)
    tell(b.recvmsg, 10, room)
    buffers = [bytearray(2), bytearray(10)]
    a.sendmsg([b'into'], rights(w))
    print(closed(b.recvmsg_into(buffers, room)), buffers)
    tell(b.recvmsg, 10, -1)
    tell(b.recvmsg, -1)
    tell(b.recvmsg_into, [b'constant'], 5)
    tell(socket.CMSG_LEN, -1)
    c, d = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    socket.send_fds(c, [b'datagram'], [w, r])
    print(closed(d.recvmsg(4, room)))
    a, b = socket.socketpair()
    socket.send_fds(c, [b'an end of a pair'], [a.fileno()])
    a.close()
    _, (fd,), _, _ = socket.recv_fds(d, 100, 1)
    with socket.socket(fileno=fd) as end:
        end.send(b'hi')
        print(b.recv(3))
    print(b.recv(1))


def serve(ready):
    server = socket.socket(socket.AF_UNIX)
    server.bind('server')
    server.listen()
    ready.set()
    connection, _ = server.accept()
    print('server', connection.recv(5))
    message, (fd,), flags, address = socket.recv_fds(connection, 100, 1)
    print('server', message, flags, address)
    sys.stdout.flush()
    os.write(fd, b'answer')


def to_a_server():
    ready = multiprocessing.Event()
    process = multiprocessing.Process(target=serve, args=(ready,))
    process.start()
    ready.wait()
    r, w = os.pipe()
    client = socket.socket(socket.AF_UNIX)
    client.connect('server')
    client.send(b'hello')
    socket.send_fds(client, [b'answer there'], [w])
    os.close(w)
    print(os.read(r, 100), os.read(r, 1))
    process.join()


to_another_process()
messages()
to_a_server()
