# pymp: python=2,3
# What is sent between threads of one process, more than the system keeps for a slow reader; limits of sending, and no waiting.
from __future__ import print_function
import select
import socket
import sys
import tempfile
import threading
import time

SIZE = 12 * 1000 * 1000
server = socket.socket()
server.bind(('127.0.0.1', 0))
server.listen(5)
address = server.getsockname()


def received(connection):
    size = 0
    while True:
        data = connection.recv(65536)
        if not data:
            return size
        size += len(data)


def serve(results):
    connection, _ = server.accept()
    time.sleep(0.1)
    results.append(received(connection))
    connection.sendall(b'thanks' * 500000)
    connection.close()


def both_ways():
    results = []
    thread = threading.Thread(target=serve, args=(results,))
    thread.start()
    client = socket.create_connection(address)
    print(client.sendall(b'x' * SIZE))
    client.shutdown(socket.SHUT_WR)
    print(received(client), results)
    thread.join()
    client.close()


def from_threads():
    results = []

    def talk(letter):
        client = socket.create_connection(address)
        client.sendall(letter * 3000000)
        client.close()

    def answer():
        connection, _ = server.accept()
        results.append(received(connection))
        connection.close()

    threads = [threading.Thread(target=talk, args=(letter,)) for letter in (b'a', b'b')]
    threads += [threading.Thread(target=answer) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(results)


def limits():
    client = socket.create_connection(address)
    connection, _ = server.accept()
    client.settimeout(0.2)
    began = time.time()
    try:
        client.sendall(b'x' * SIZE)
    except socket.timeout as e:
        print('sendall', e, time.time() - began < 5)
    try:
        while True:
            client.send(b'y' * 1000000)
    except socket.timeout as e:
        print('send', e)
    client.setblocking(False)
    try:
        while True:
            client.send(b'z' * 1000000)
    except socket.error as e:
        print(e.errno)
    connection.close()
    client.close()


def one_call():
    client = socket.create_connection(address)
    connection, _ = server.accept()
    thread = threading.Thread(target=lambda: print(received(connection)))
    thread.start()
    print(client.send(b'x' * SIZE))
    client.close()
    thread.join()
    connection.close()


def connecting():
    done = []

    def greet():
        while not done:
            if select.select([server], [], [], 0.02)[0]:
                connection, _ = server.accept()
                connection.sendall(b'hello')
                connection.close()

    thread = threading.Thread(target=greet)
    thread.start()
    client = socket.socket()
    client.setblocking(False)
    began = time.time()
    client.connect_ex(address)
    print(select.select([], [client], [], 20)[1] == [client], time.time() - began < 15)
    print(select.select([client], [], [], 20)[0] == [client], client.recv(5))
    done.append(True)
    thread.join()
    client.close()


def whole_file():
    with tempfile.NamedTemporaryFile() as f:
        f.write(b'f' * SIZE)
        f.flush()

        def send():
            client = socket.create_connection(address)
            with open(f.name, 'rb') as source:
                print(client.sendfile(source), source.tell())
            client.close()

        thread = threading.Thread(target=send)
        thread.start()
        connection, _ = server.accept()
        size = received(connection)
        thread.join()
        print(size)
        connection.close()


both_ways()
connecting()
if sys.version_info[0] == 3:
    whole_file()
from_threads()
limits()
one_call()
server.close()
