# pymp: python=2,3
"""Listener and Client: families, keys, what travels, and who is refused."""
from __future__ import print_function
import multiprocessing
import os
import shutil
from multiprocessing.connection import Client, Listener


def talk(address, key):
    c = Client(address, authkey=key)
    c.send(['hello', {'a': (1, None)}, 2.5])
    print('client got', c.recv())
    c.send_bytes(b'0123456789' * 5000)
    print('client got', len(c.recv_bytes()), c.poll(5))
    try:
        c.recv()
    except EOFError:
        print('client: end')
    c.close()


def refused(address, key):
    try:
        Client(address, authkey=key)
    except multiprocessing.AuthenticationError as error:
        print('client:', error)


if __name__ == '__main__':
    folder = 'sockets'
    os.mkdir(folder)
    path = os.path.join(folder, 'listener')
    for address, family in ((('localhost', 0), None), (path, 'AF_UNIX'), (None, 'AF_UNIX'), (None, 'AF_INET')):
        for key in (None, b'secret'):
            listener = Listener(address, family, authkey=key)
            print(type(listener.address).__name__, listener.last_accepted)
            if key is not None:
                p = multiprocessing.Process(target=refused, args=(listener.address, b'wrong'))
                p.start()
                try:
                    listener.accept()
                except multiprocessing.AuthenticationError as error:
                    p.join()
                    print('listener:', error)
            p = multiprocessing.Process(target=talk, args=(listener.address, key))
            p.start()
            connection = listener.accept()
            message = connection.recv()
            connection.send(message[::-1])
            connection.send_bytes(connection.recv_bytes()[:7])
            connection.close()
            p.join()
            print(p.exitcode, type(listener.last_accepted).__name__)
            listener.close()
            if family == 'AF_UNIX' and address is not None:
                print(os.path.exists(path))
    for arguments in ((('localhost', 0), 'AF_X'), (5,), (('localhost', 0), None, 1, 'text')):
        try:
            Listener(*arguments)
        except Exception as error:
            print(type(error).__name__, error)
    shutil.rmtree(folder)
    try:
        Client(path)
    except Exception as error:
        print(isinstance(error, (OSError, IOError)), error.errno)
