# pymp: python=2
"""What locks, queues, pools and listeners of Python 2 are made of, as programs find it by vars() and by its name."""
import multiprocessing as mp
import socket
from multiprocessing.connection import Listener


def main():
    for name in ['Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Event', 'Condition', 'Queue', 'JoinableQueue']:
        print name, sorted(vars(getattr(mp, name)()))
    print sorted(vars(mp.Value('i', 1))), sorted(vars(mp.Array('i', 1)))
    pool = mp.Pool(2)
    print sorted(vars(pool))
    pool.close()
    pool.join()
    process = mp.Process()
    print sorted(vars(process))
    process.start()
    process.join()
    print sorted(vars(process)), sorted(vars(process._popen))
    queue = mp.Queue(3)
    queue.put(1)
    print queue._thread.name, queue._thread.daemon, queue._maxsize, queue._sem, queue.get(), queue._closed
    queue.close()
    queue.join_thread()
    print queue._closed, queue._thread.is_alive()
    listener = Listener(('localhost', 0))
    print sorted(vars(listener)), sorted(vars(listener._listener)), listener._listener._family
    listener._listener._socket.settimeout(0.05)
    try:
        listener.accept()
    except socket.timeout as error:
        print type(error), error
    listener.close()


if __name__ == '__main__':
    main()
