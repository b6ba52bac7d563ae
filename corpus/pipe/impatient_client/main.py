# pymp: python=2,3
# A client that tries again and again, without a pause, until its server is there: it is refused, or served.
from __future__ import print_function

import errno
import multiprocessing
import socket
from multiprocessing.connection import Client, Listener


def free_port():
    s = socket.socket()
    s.bind(('127.0.0.1', 0))
    port = s.getsockname()[1]
    s.close()
    return port


def serve(port):
    listener = Listener(('127.0.0.1', port), authkey=b'secret')
    connection = listener.accept()
    connection.send(connection.recv() * 2)
    connection.close()
    listener.close()


def ask(port, value):
    while True:
        try:
            connection = Client(('127.0.0.1', port), authkey=b'secret')
            break
        except socket.error as e:
            if e.errno != errno.ECONNREFUSED:
                return errno.errorcode[e.errno]
    connection.send(value)
    result = connection.recv()
    connection.close()
    return result


if __name__ == '__main__':
    for i in range(10):
        port = free_port()
        process = multiprocessing.Process(target=serve, args=(port,))
        process.daemon = True
        process.start()
        print(ask(port, i))
