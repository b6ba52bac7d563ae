# The resource tracker as a process: it gets signals, can be waited for, and is started again when it has been killed.
import gc
import multiprocessing
import os
import signal
import time
import warnings
import weakref
from multiprocessing import resource_tracker


def in_child(connection, pid):
    tracker = resource_tracker._resource_tracker
    tracker.ensure_running()
    connection.send((tracker._pid in (None, pid), tracker._check_alive()))


def after(number):
    tracker = resource_tracker._resource_tracker
    tracker.ensure_running()
    time.sleep(0.5)
    os.kill(tracker._pid, number)
    time.sleep(0.5)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        semaphore = multiprocessing.get_context('spawn').Semaphore()
        semaphore.acquire()
        semaphore.release()
        reference = weakref.ref(semaphore)
        del semaphore
        gc.collect()
        print(signal.Signals(number).name, reference(), [(w.category.__name__, str(w.message)) for w in caught])


def other_trackers():
    for leaves in (False, True):
        tracker = resource_tracker.ResourceTracker()
        tracker.ensure_running()
        print(tracker._check_alive(), tracker._exitcode)
        tracker.register('name', 'dummy')
        if not leaves:
            tracker.unregister('name', 'dummy')
        tracker._stop()
        print(tracker._exitcode)


if __name__ == '__main__':
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
        after(number)
    tracker = resource_tracker._resource_tracker
    pid = tracker._pid
    ours, theirs = multiprocessing.Pipe(False)
    for method in ('fork', 'spawn', 'forkserver'):
        process = multiprocessing.get_context(method).Process(target=in_child, args=(theirs, pid))
        process.start()
        print(method, ours.recv())
        process.join()
    os.kill(pid, 0)
    os.kill(pid, signal.SIGKILL)
    print(os.waitpid(pid, 0) == (pid, signal.SIGKILL), tracker._check_alive())
    try:
        os.kill(pid, 0)
    except ProcessLookupError as e:
        print(e)
    other_trackers()
