# pymp: python=2,3 mask=number
# The threads of queues and pools are in threading.enumerate(), and take their numbers.
from __future__ import print_function

import multiprocessing
import multiprocessing.pool
import threading


def show(what):
    threads = sorted(threading.enumerate(), key=lambda t: t.name)
    print(what, threading.active_count(), [(t.name.replace('-', ' no. '), t.daemon, t.is_alive()) for t in threads])


def nothing():
    pass


def new():
    print('would be', threading.Thread(target=nothing).name.replace('-', ' no. '))


if __name__ == '__main__':
    q = multiprocessing.Queue()
    show('queue')
    q.put(1)
    show('put')
    feeder, = [t for t in threading.enumerate() if t is not threading.current_thread()]
    print(type(feeder) is threading.Thread, feeder.daemon, feeder.ident in [t.ident for t in threading.enumerate()])
    print(feeder)
    q.get()
    q.close()
    q.join_thread()
    show('closed')
    feeder.join()
    print(feeder.is_alive())

    pool = multiprocessing.Pool(2)
    show('pool')
    new()
    pool.close()
    pool.join()
    show('joined')
    pool = multiprocessing.Pool(1)
    pool.terminate()
    pool.join()
    show('terminated')
    new()
