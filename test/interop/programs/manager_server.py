"""A manager's server on the address given: family, address, authkey."""
from __future__ import print_function
import sys
from multiprocessing.managers import BaseManager

try:
    import queue
except ImportError:
    import Queue as queue


class Counter(object):
    def __init__(self, start=0):
        self.value = start

    def add(self, n=1):
        self.value += n
        return self.value

    def fail(self, text):
        raise LookupError(text)

    def unsendable(self):
        return lambda: None

    def __len__(self):
        return self.value


jobs = queue.Queue()
table = {'start': [1, 2.5, None]}


class Manager(BaseManager):
    pass


Manager.register('jobs', callable=lambda: jobs)
Manager.register('table', callable=lambda: table, exposed=['get', 'items', '__getitem__', '__setitem__', '__len__', 'update'])
Manager.register('Counter', Counter, exposed=('add', 'fail', 'unsendable', '__len__'))

if __name__ == '__main__':
    family, address, key = sys.argv[1:4]
    if family == 'AF_INET':
        address = ('127.0.0.1', int(address))
    server = Manager(address=address, authkey=key.encode('ascii')).get_server()
    print('ready', server.address[1] if family == 'AF_INET' else server.address)
    sys.stdout.flush()
    server.serve_forever()
