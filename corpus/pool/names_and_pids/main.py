# pymp: compare=unordered mask=pid
"""Worker names, daemons, and which processes there are."""
import multiprocessing
import os

all_of_them = multiprocessing.Barrier(3)


def who(n):
    all_of_them.wait()
    me = multiprocessing.current_process()
    return me.name, me.daemon, os.getppid()


if __name__ == '__main__':
    with multiprocessing.Pool(3) as pool:
        answers = pool.map(who, range(6), chunksize=1)
        print({name.startswith('ForkPoolWorker-') for name, _, _ in answers}, {daemon for _, daemon, _ in answers})
        print({parent == os.getpid() for _, _, parent in answers}, len({name for name, _, _ in answers}))
        for worker in pool._pool:
            print('worker', worker.name, 'pid', worker.pid, worker.is_alive())
        print(sorted(p.name for p in multiprocessing.active_children()))
    print('main pid', os.getpid())
