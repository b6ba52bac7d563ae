"""Threads that start processes, and a child process with threads of its own."""
import multiprocessing
import threading


def child(n, queue):
    totals = []
    threads = [threading.Thread(target=totals.append, args=(n * k,)) for k in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    queue.put((n, sorted(totals), threading.current_thread().name))


def start(n, queue):
    p = multiprocessing.Process(target=child, args=(n, queue))
    p.start()
    p.join()


if __name__ == '__main__':
    queue = multiprocessing.Queue()
    threads = [threading.Thread(target=start, args=(n, queue)) for n in (1, 2)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(sorted(queue.get() for _ in threads))
