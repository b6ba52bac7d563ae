# pymp: python=2,3
# Sockets and connections that nothing refers to any more are closed, without the program's having said so; others stay open.
from __future__ import print_function
import os
import socket
import threading
import time
from multiprocessing import Process
from multiprocessing.connection import Client, Listener

kept = []


def answer(connection):
    connection.sendall(connection.recv(10).upper())


def answer_by_file(connection):
    stream = connection.makefile('rwb')
    stream.write(stream.readline().upper())
    stream.flush()


def serve(server, count, handle):
    for _ in range(count):
        thread = threading.Thread(target=handle, args=(server.accept()[0],))
        thread.start()
        thread.join()


def ask(address, text):
    peer = socket.create_connection(address)
    peer.sendall(text)
    got = b''
    while True:
        part = peer.recv(10)
        if not part:
            return got.decode()
        got += part


def asker(address, count):
    for number in range(count):
        print(ask(address, b'text %d\n' % number if str is not bytes else 'text %d\n' % number))


def listening():
    server = socket.socket()
    server.bind(('127.0.0.1', 0))
    server.listen(5)
    return server


def forgotten_by_the_server(handle):
    server = listening()
    process = Process(target=asker, args=(server.getsockname(), 2))
    process.start()
    serve(server, 2, handle)
    # The last one's variables are gone, and the process waits.
    process.join()


def call_once(address):
    peer = socket.create_connection(address)
    peer.sendall(b'call')
    return peer.recv(10).decode()


def until_the_end(connection):
    parts = []
    while True:
        part = connection.recv(10)
        if not part:
            break
        parts.append(part.decode())
        connection.sendall(part.swapcase())
    print(len(parts), parts[0])


def forgotten_by_the_client():
    server = listening()
    thread = threading.Thread(target=lambda: until_the_end(server.accept()[0]))
    thread.start()
    answered = call_once(server.getsockname())
    thread.join()
    print(answered)


def talk(address):
    connection = Client(address)
    connection.send('hello')
    print(connection.recv())
    try:
        connection.recv()
    except EOFError:
        print('EOFError')


def accept_once(listener):
    connection = listener.accept()
    connection.send(connection.recv() + '!')


def forgotten_connection():
    listener = Listener(('127.0.0.1', 0))
    process = Process(target=talk, args=(listener.address,))
    process.start()
    accept_once(listener)
    process.join()


def others_stay_open():
    server = listening()
    here = socket.create_connection(server.getsockname())
    there = server.accept()[0]
    kept.append(here)
    stream = there.makefile('rb')
    del there
    one = socket.create_connection(server.getsockname())
    number = os.dup(one.fileno())
    del one
    other = server.accept()[0]
    time.sleep(1.2)
    here.sendall(b'line\n')
    print(stream.readline().decode(), end='')
    os.write(number, b'by number')
    print(other.recv(20).decode())
    os.close(number)
    print(other.recv(20) == b'')


if __name__ == '__main__':
    forgotten_by_the_server(answer)
    forgotten_by_the_server(answer_by_file)
    forgotten_by_the_client()
    forgotten_connection()
    others_stay_open()
