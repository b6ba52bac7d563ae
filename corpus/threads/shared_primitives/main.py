"""Threads that wait for what other processes and other threads do with locks, queues and pools."""
import multiprocessing
import threading
import time


def square(x):
    return x * x


def started(target, *args):
    thread = threading.Thread(target=target, args=args)
    thread.start()
    time.sleep(0.05)
    return thread


def queues_and_locks():
    queue = multiprocessing.Queue()
    thread = started(lambda: print('got', queue.get()))
    queue.put('an item')
    thread.join()
    lock = multiprocessing.Lock()
    lock.acquire()
    thread = started(lambda: print('lock taken', lock.acquire()))
    lock.release()
    thread.join()
    event = multiprocessing.Event()
    thread = started(lambda: print('event', event.wait()))
    event.set()
    thread.join()
    bounded = multiprocessing.Queue(1)
    bounded.put('first')
    thread = started(lambda: bounded.put('second'))
    print(bounded.get(), bounded.get())
    thread.join()
    process = multiprocessing.Process(target=time.sleep, args=(0.3,))
    process.start()
    thread = started(lambda: print('joined', process.join()))
    print('alive', process.is_alive())
    thread.join()


def conditions():
    condition, barrier, log = multiprocessing.Condition(), multiprocessing.Barrier(3), []

    def wait():
        with condition:
            log.append(condition.wait(5))
        barrier.wait()
        with condition:
            log.append(condition.wait(0.05))

    threads = [started(wait) for _ in range(2)]
    with condition:
        condition.notify_all()
    barrier.wait()
    for thread in threads:
        thread.join()
    print(log)


def joinable():
    queue = multiprocessing.JoinableQueue(2)

    def consume():
        for item in iter(queue.get, None):
            time.sleep(0.001)
            queue.task_done()
        queue.task_done()

    thread = started(consume)
    for i in range(20):
        queue.put(i)
    queue.put(None)
    queue.join()
    thread.join()
    queue.put('one more')
    thread = started(lambda: print('all done', queue.join()))
    queue.get()
    queue.task_done()
    thread.join()


def pools():
    results = []

    def work(n):
        results.append((n, pool.map(square, range(n)), pool.apply(square, (n,)), list(pool.imap(square, range(3)))))

    with multiprocessing.Pool(2) as pool:
        threads = [started(work, i) for i in range(4)]
        for thread in threads:
            thread.join()
    print(sorted(results))


if __name__ == '__main__':
    queues_and_locks()
    conditions()
    joinable()
    pools()
