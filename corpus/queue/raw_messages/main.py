# pymp: python=2,3
"""Pickles that a program itself puts into a queue's pipe, and takes out of it."""
from __future__ import print_function
import multiprocessing
import pickle
import threading


def child(simple, asked):
    simple._writer.send_bytes(pickle.dumps(('raw', 1)))
    simple._writer.send([1, 2])
    simple.put({'a': 1})
    print('child got', pickle.loads(asked._reader.recv_bytes()))


def main():
    simple, queue = multiprocessing.queues.SimpleQueue(**context()), multiprocessing.Queue()
    queue.put([1, 2, 'x'])
    process = multiprocessing.Process(target=child, args=(simple, queue))
    process.start()
    print(simple.get(), simple.get(), simple.get())
    process.join()
    queue.put('own')
    print(queue._reader.recv(), queue._reader.poll())
    queue.put('own')
    queue._reader.recv_bytes()
    queue._writer.send_bytes(pickle.dumps('raw'))
    print(queue.get())
    simple._writer.send_bytes(b'\x80\x02K\x05.')
    thread = threading.Thread(target=lambda: print(simple.get()))
    thread.start()
    thread.join()


def context():
    """Python 2 has none."""
    return {'ctx': multiprocessing.get_context()} if hasattr(multiprocessing, 'get_context') else {}


main()
