# pymp: python=2,3
"""Who waits for an item gets it, also if another process has just written it and reads at once."""
import multiprocessing
import time

try:
    from queue import Empty
except ImportError:
    from Queue import Empty


def nag(queue, stopped):
    """Reads from the queue that it writes to."""
    while not stopped.is_set():
        try:
            queue.get(timeout=0.02)
        except Empty:
            queue.put('are you there?')


def answer(queue):
    queue.put(queue.get().upper())
    # Nobody else is to read before the answer is taken.
    time.sleep(0.3)


def nagged():
    queue, stopped = multiprocessing.Queue(), multiprocessing.Event()
    process = multiprocessing.Process(target=nag, args=(queue, stopped))
    process.start()
    print([queue.get() for _ in range(5)])
    stopped.set()
    process.join()


def answered(queue):
    process = multiprocessing.Process(target=answer, args=(queue,))
    process.start()
    time.sleep(0.5)
    queue.put('question')
    # CPython's put is done by a thread of its own.
    time.sleep(0.05)
    print(queue.get())
    process.join()


if __name__ == '__main__':
    nagged()
    answered(multiprocessing.Queue())
