# Who waits hears of it when an object is gone: by a weak reference's callback, or since an executor that nobody has any more ends its threads.
import threading
import weakref
from concurrent import futures


class Thing:
    def method(self):
        return 1


def executor_is_dropped():
    executor = futures.ThreadPoolExecutor(max_workers=3)
    results = executor.map(abs, range(-5, 5))
    threads = executor._threads
    del executor
    for thread in threads:
        thread.join()
    print(list(results), [thread.is_alive() for thread in threads])


def callback_sets_event(executor):
    thing = Thing()
    gone = threading.Event()
    ref = weakref.ref(thing, lambda _: gone.set())
    executor.submit(thing.method)
    del thing
    print(gone.wait(30), ref())


if __name__ == '__main__':
    executor_is_dropped()
    with futures.ThreadPoolExecutor(2) as executor:
        callback_sets_event(executor)
    with futures.ProcessPoolExecutor(2) as executor:
        callback_sets_event(executor)
    finalized = threading.Event()
    thing = Thing()
    weakref.finalize(thing, finalized.set)
    del thing
    print(finalized.wait(30))
