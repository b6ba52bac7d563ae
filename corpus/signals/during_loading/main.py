# pymp: python=2,3
# A handler runs while a library module that the program imported long ago, or that only the runtime wants, is being
# loaded in the child. It must not see it half done.
import logging
import multiprocessing
import signal
import threading
import time

try:
    import queue
except ImportError:
    import Queue as queue

import decimal
import tempfile

LOOKS = {
    'thread': lambda: threading.RLock().acquire(),
    'log': lambda: logging.getLogger('work').isEnabledFor(logging.DEBUG),
    'decimal': lambda: decimal.Decimal('1.5') + 1,
    'tempfile': lambda: tempfile.gettempdir(),
}


def child(tasks, results, look, use, delay):
    calls = []

    def handler(number, frame):
        if len(calls) < 200:
            calls.append(LOOKS[look]())

    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, delay, 0.001)
    if use == 'empty':
        try:
            tasks.get(False)
        except queue.Empty:
            pass
    else:
        LOOKS[use]()
    deadline = time.time() + 5
    while not calls and time.time() < deadline:
        time.sleep(0.01)
    signal.setitimer(signal.ITIMER_REAL, 0)
    results.put((look, use, len(calls) > 0))


def main():
    tasks, results = multiprocessing.Queue(), multiprocessing.Queue()
    pairs = [('log', 'empty'), ('thread', 'empty'), ('log', 'tempfile'), ('decimal', 'decimal')]
    for pair in pairs:
        for delay in (0.0005, 0.005):
            p = multiprocessing.Process(target=child, args=(tasks, results) + pair + (delay,))
            p.start()
            p.join()
            print((pair, p.exitcode, results.get(True, 5) if p.exitcode == 0 else None))


if __name__ == '__main__':
    main()
