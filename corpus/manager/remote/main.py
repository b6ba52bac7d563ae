# pymp: python=2,3
"""Servers on addresses of their own, their clients, and those who should not come in."""
from __future__ import print_function
import multiprocessing
import os
import socket
import struct
import threading
from multiprocessing.managers import BaseManager

table = {'start': 0}


class Manager(BaseManager):
    pass


Manager.register('table', callable=lambda: table, exposed=('get', 'update', '__len__'))


class Client(BaseManager):
    pass


Client.register('table')


def serve(address, key, ready):
    server = Manager(address, key).get_server()
    ready.send(server.address)
    ready.close()
    server.serve_forever()


def start(address, key):
    here, there = multiprocessing.Pipe(False)
    p = multiprocessing.Process(target=serve, args=(address, key, there))
    p.daemon = True
    p.start()
    return p, here.recv()


def use(address, key, name):
    client = Client(address=address, authkey=key)
    client.connect()
    client.table().update({name: len(name)})


def intrude(address, data, hold):
    s = socket.socket()
    s.connect(address)
    s.sendall(data)
    if hold:
        return s
    s.shutdown(socket.SHUT_WR)
    s.settimeout(10)
    try:
        while s.recv(65536):
            pass
    except (socket.error, OSError):
        pass
    s.close()


if __name__ == '__main__':
    key = b'the key'
    folder = 'sockets'
    os.mkdir(folder)
    for address in (('127.0.0.1', 0), os.path.join(folder, 'socket'), None):
        p, where = start(address, key)
        print(type(where).__name__, address is None or type(where) is type(address))
        for wrong in (b'another', b''):
            try:
                use(where, wrong, 'never')
            except multiprocessing.AuthenticationError as error:
                print('refused:', error)
        workers = [multiprocessing.Process(target=use, args=(where, key, 'worker%d' % i)) for i in range(3)]
        threads = [threading.Thread(target=use, args=(where, key, 'thread%d' % i)) for i in range(3)]
        for each in workers + threads:
            each.start()
        for each in workers + threads:
            each.join()
        client = Client(where, key)
        client.connect()
        print(len(client.table()), client.table().get('worker1'), client.table().get('thread2'))
        try:
            use(where, b'another', 'never')
        except multiprocessing.AuthenticationError as error:
            print('refused beside a connection:', error)
        if isinstance(where, tuple):
            held = intrude(where, b'', True)
            for data in (b'\x00' * 3, b'\xff' * 100, struct.pack('!i', 50) + b'short', struct.pack('!i', 0x7fffffff) + b'x' * 1000,
                         struct.pack('!i', 0), struct.pack('!i', 20) + b'#CHALLENGE#' + b'y' * 9, b'GET / HTTP/1.0\r\n\r\n'):
                intrude(where, data, False)
                print(client.table().get('worker1'), end=' ')
            print()
            held.close()
        p.terminate()
        p.join()
    for name in os.listdir(folder):
        os.unlink(os.path.join(folder, name))
    os.rmdir(folder)
