# pymp: python=3
"""Ends of socketpair() on their way to other processes: through pipes, queues, as arguments of spawned processes."""
import multiprocessing
import socket


def answer(conn):
    while True:
        end = conn.recv()
        if end is None:
            return
        with end:
            print(end.family.name, end.type.name, end.gettimeout(), flush=True)
            end.sendall(end.recv(10).upper())


def speak(end):
    end.sendall(b'spawned')
    end.close()


if __name__ == '__main__':
    ours, theirs = multiprocessing.Pipe()
    child = multiprocessing.Process(target=answer, args=(theirs,))
    child.start()
    for kind in socket.SOCK_STREAM, socket.SOCK_DGRAM:
        one, other = socket.socketpair(type=kind)
        ours.send(other)
        other.close()
        one.send(b'hello')
        print(one.recv(10), flush=True)
        one.close()
    ours.send(None)
    child.join()
    print(child.exitcode)

    one, other = socket.socketpair()
    queue = multiprocessing.Queue()
    queue.put(other)
    arrived = queue.get()
    arrived.send(b'through a queue')
    print(one.recv(100), one.fileno() != arrived.fileno() != other.fileno())
    arrived.close()
    other.close()
    print(one.recv(1))

    one, other = socket.socketpair()
    child = multiprocessing.get_context('spawn').Process(target=speak, args=(other,))
    child.start()
    other.close()
    print(one.recv(100), one.recv(1))
    child.join()
