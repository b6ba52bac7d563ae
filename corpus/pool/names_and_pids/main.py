# pymp: compare=unordered mask=pid
"""Worker names, daemons, and which processes there are."""
import multiprocessing
import os
import time


def who(n):
    time.sleep(0.1)
    me = multiprocessing.current_process()
    return me.name, me.daemon, os.getppid()


if __name__ == '__main__':
    with multiprocessing.Pool(3) as pool:
        answers = pool.map(who, range(6), chunksize=1)
        print({name.startswith('ForkPoolWorker-') for name, _, _ in answers}, {daemon for _, daemon, _ in answers})
        print({parent == os.getpid() for _, _, parent in answers}, len({name for name, _, _ in answers}) in (2, 3))
        for worker in pool._pool:
            print('worker', worker.name, 'pid', worker.pid, worker.is_alive())
        print(sorted(p.name for p in multiprocessing.active_children()))
    print('main pid', os.getpid())
