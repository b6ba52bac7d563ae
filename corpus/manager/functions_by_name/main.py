# pymp: python=2,3
"""Functions and instances that a child gets through a proxy, a connection or a manager that it connects to, and that its own code does not name."""
from __future__ import print_function

import multiprocessing
import threading
from multiprocessing.connection import Client, Listener
from multiprocessing.managers import BaseManager

try:
    import queue
except ImportError:
    import Queue as queue


def double(x):
    return 2 * x


def half(x):
    return x // 2


class Task(object):
    def __init__(self, n):
        self.n = n

    def run(self):
        return half(self.n)


class Jobs(BaseManager):
    pass


def from_proxy(q):
    job = q.get()
    print('proxy:', job['call'](job['arg']))
    print('proxy:', q.get().run())


def from_items(jobs):
    for job, arg in jobs:
        print('list proxy:', job(arg))


def from_manager(address):
    jobs = Jobs(address=address, authkey=b'key')
    jobs.connect()
    job, arg = jobs.queue().get()
    print('manager:', job(arg))
    print('manager:', jobs.queue().get().run())


def from_client(address):
    connection = Client(address, authkey=b'key')
    job, arg = connection.recv()
    print('client:', job(arg))
    connection.close()


def from_listener(listener):
    connection = listener.accept()
    job, arg = connection.recv()
    print('listener:', job(arg))
    connection.close()


def ended(target, arg):
    p = multiprocessing.Process(target=target, args=(arg,))
    p.start()
    p.join()
    return p.exitcode


if __name__ == '__main__':
    if hasattr(multiprocessing, 'set_start_method'):
        multiprocessing.set_start_method('fork')
    manager = multiprocessing.Manager()
    q = manager.Queue()
    q.put({'call': double, 'arg': 21})
    q.put(Task(40))
    print(ended(from_proxy, q))
    print(ended(from_items, manager.list([(double, 4), (half, 4)])))

    waiting = queue.Queue()
    Jobs.register('queue', callable=lambda: waiting)
    jobs = Jobs(address=('127.0.0.1', 0), authkey=b'key')
    jobs.start()
    jobs.queue().put((double, 3))
    jobs.queue().put(Task(9))
    print(ended(from_manager, jobs.address))
    jobs.shutdown()

    listener = Listener(('127.0.0.1', 0), authkey=b'key')

    def serve():
        connection = listener.accept()
        connection.send((half, 11))
        connection.close()

    server = threading.Thread(target=serve)
    server.start()
    print(ended(from_client, listener.address))
    server.join()
    listener.close()

    listener = Listener()
    p = multiprocessing.Process(target=from_listener, args=(listener,))
    p.start()
    connection = Client(listener.address)
    connection.send((double, 50))
    p.join()
    print(p.exitcode)
