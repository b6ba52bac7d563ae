# pymp: python=3
"""Types of managers without a method of their own, keys that are not the server's, names that cannot be."""
import threading
from multiprocessing import AuthenticationError, Process, shared_memory
from multiprocessing.managers import BaseManager, IteratorProxy


class Math:
    def numbers(self):
        return iter([1, 2])

    def add(self, x):
        return x + 1


class Manager(BaseManager):
    pass


Manager.register('Math', Math, method_to_typeid={'numbers': 'Iterator'})
Manager.register('Hidden', Math, create_method=False)
Manager.register('Iterator', proxytype=IteratorProxy, create_method=False)


def names(manager):
    print([hasattr(manager, name) for name in ('Math', 'Hidden', 'Iterator')])


def main():
    with Manager() as manager:
        names(manager)
        print(list(manager.Math().numbers()))
        process = Process(target=names, args=(manager,))
        process.start()
        process.join()
    try:
        Manager.register(5)
    except TypeError as error:
        print(error)
    server = Manager(('127.0.0.1', 0), b'key').get_server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    client = Manager(server.address, b'key')
    client.connect()
    print(client.Math().add(1))
    try:
        Manager(server.address, b'another key').connect()
    except AuthenticationError as error:
        print(error)
    try:
        shared_memory.SharedMemory('a/b')
    except OSError as error:
        print(error)


if __name__ == '__main__':
    main()
