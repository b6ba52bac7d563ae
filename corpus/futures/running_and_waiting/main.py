"""Which calls of an executor of processes count as running, which can be cancelled, and what is heard of these."""
import concurrent.futures as cf
import multiprocessing as mp
import time

begun = mp.Event()
gate = mp.Event()


def call(i):
    if i > 0:
        begun.set()
        gate.wait()
    return i


def states(futures):
    return [future._state for future in futures]


def until(is_so):
    while not is_so():
        time.sleep(0.01)


def one_done(executor):
    """Eight calls: one is done, one is being done, and so many as there are workers, and one, wait in the queue between the processes."""
    begun.clear()
    gate.clear()
    futures = [executor.submit(call, i) for i in range(7)]
    print(futures[0].result())
    begun.wait()
    time.sleep(0.05)
    futures.append(executor.submit(call, 7))
    until(lambda: sum(future.running() for future in futures) == 3)
    return futures


def main():
    with cf.ProcessPoolExecutor(1) as executor:
        futures = one_done(executor)
        print([future.running() for future in futures])
        print(len(executor._pending_work_items), executor._queue_count, executor._shutdown_thread)
        print([future.cancel() for future in futures])
        print(states(futures), [future.cancelled() for future in futures])
        print(repr(futures[-1]).split('state=')[1])
        try:
            futures[-1].result(timeout=0)
        except cf.CancelledError as error:
            print(type(error).__name__)
        gate.set()
        done, not_done = cf.wait(futures)
        print(len(done), len(not_done), states(futures))
    executor = cf.ProcessPoolExecutor(1)
    futures = one_done(executor)
    heard = []
    futures[-1].add_done_callback(lambda future: heard.append(future.cancelled()))
    executor.shutdown(wait=False, cancel_futures=True)
    until(futures[-1].cancelled)
    gate.set()
    cf.wait(futures[:4])
    print(states(futures), heard)
    print(executor._cancel_pending_futures, executor._processes, executor._call_queue)


if __name__ == '__main__':
    main()
