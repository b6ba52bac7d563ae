# Connections and managers whose values travel as XML-RPC: tuples arrive as lists, and not everything can be sent.
from __future__ import print_function
import sys
from multiprocessing import Process, Pipe
from multiprocessing.connection import Client, XmlClient, XmlListener
from multiprocessing.managers import BaseManager


class Store(object):
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)
        return len(self.items)

    def all(self):
        return tuple(self.items)


class StoreManager(BaseManager):
    pass


StoreManager.register('Store', Store)


def answer(address, key):
    connection = XmlClient(address, authkey=key)
    while True:
        value = connection.recv()
        if value is None:
            break
        connection.send((type(value).__name__, value))
    connection.close()


def main():
    listener = XmlListener(('127.0.0.1', 0), authkey=b'key')
    process = Process(target=answer, args=(listener.address, b'key'))
    process.start()
    connection = listener.accept()
    for value in (1, 2.5, 'text', [1, 2], (3, 'x'), {'a': [None, True]}):
        connection.send(value)
        print(value, connection.recv())
    try:
        connection.send(main)
    except Exception as error:
        print(type(error).__name__, error)
    connection.send(None)
    process.join()
    connection.close()
    listener.close()

    manager = StoreManager(authkey=b'other', serializer='xmlrpclib')
    manager.start()
    store = manager.Store()
    print(store.add((1, 2)), store.add('two'), store.all())
    process = Process(target=store.add, args=([3, (4,)],))
    process.start()
    process.join()
    print(store.all())
    try:
        store.add(main)
    except Exception as error:
        print(type(error).__name__, error)
    manager.shutdown()


if __name__ == '__main__':
    main()
