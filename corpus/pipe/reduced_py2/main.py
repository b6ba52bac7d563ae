# pymp: python=2
"""Descriptors, connections and sockets that are reduced, sent (also as pickles of the program's own) and made again."""
import cPickle
import multiprocessing
import os
import pickle
import socket
import threading
from multiprocessing.reduction import (rebuild_connection, rebuild_handle, rebuild_socket, reduce_connection, reduce_handle,
                                       reduce_socket)


def serve(pipe):
    """Answers on each socket that it is handed."""
    while True:
        handle = pipe.recv()
        if handle is None:
            break
        fd = rebuild_handle(handle)
        client = socket.fromfd(fd, socket.AF_INET, socket.SOCK_STREAM)
        os.close(fd)
        client.sendall(client.recv(100).upper())
        client.close()


def visit(address, results):
    s = socket.create_connection(address)
    s.sendall('hello')
    results.append(s.recv(100))
    s.close()


def unpickles(text, queue):
    make, args = pickle.loads(text)
    connection = make(*args)
    queue.put((make is rebuild_connection, args[1:], connection.recv()))
    connection.send('answer')
    connection.close()


def tells(queue, what):
    make, args = cPickle.loads(what)
    s = make(*args)
    s.sendall('from the child')
    s.close()
    queue.put(make is rebuild_socket)


def main():
    pipes, workers = [], []
    for _ in range(2):
        ours, theirs = multiprocessing.Pipe()
        worker = multiprocessing.Process(target=serve, args=(theirs,))
        worker.start()
        pipes.append(ours)
        workers.append(worker)
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen(5)
    results = []
    for turn in range(4):
        thread = threading.Thread(target=visit, args=(listener.getsockname(), results))
        thread.start()
        client, _ = listener.accept()
        handle = reduce_handle(client.fileno())
        if turn == 0:
            print type(handle).__name__, len(handle), handle[2]
        pipes[turn % 2].send(handle)
        thread.join()
        client.close()
    for pipe in pipes:
        pipe.send(None)
    for worker in workers:
        worker.join()
    print results, [worker.exitcode for worker in workers]

    queue = multiprocessing.Queue()
    one, two = multiprocessing.Pipe()
    one.send({'a': [1]})
    process = multiprocessing.Process(target=unpickles, args=(pickle.dumps(reduce_connection(two)), queue))
    process.start()
    print queue.get(), one.recv()
    process.join()

    left, right = socket.socketpair()
    process = multiprocessing.Process(target=tells, args=(queue, cPickle.dumps(reduce_socket(right), 2)))
    process.start()
    print queue.get(), left.recv(100)
    process.join()


if __name__ == '__main__':
    main()
