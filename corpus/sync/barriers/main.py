"""Barrier: parties, the action, abort, timeouts, reset."""
import multiprocessing
import threading


def reach(barrier, queue):
    queue.put(barrier.wait())


def action():
    print('the action ran once', flush=True)


def break_it(barrier, queue):
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        queue.put('broken')


if __name__ == '__main__':
    queue = multiprocessing.Queue()
    barrier = multiprocessing.Barrier(3, action)
    workers = [multiprocessing.Process(target=reach, args=(barrier, queue)) for _ in range(3)]
    for w in workers:
        w.start()
    print(sorted(queue.get() for _ in workers), barrier.parties, barrier.n_waiting, barrier.broken)
    for w in workers:
        w.join()
    other = multiprocessing.Barrier(2, timeout=0.05)
    try:
        other.wait()
    except threading.BrokenBarrierError as error:
        print('BrokenBarrierError', error, other.broken)
    other.reset()
    print(other.broken)
    third = multiprocessing.Barrier(2)
    p = multiprocessing.Process(target=break_it, args=(third, queue))
    p.start()
    while third.n_waiting == 0:
        pass
    third.abort()
    print(queue.get(), third.broken)
    p.join()
