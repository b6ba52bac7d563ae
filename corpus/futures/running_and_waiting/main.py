"""Which calls of an executor of processes count as running, which can be cancelled, and what is heard of these."""
import concurrent.futures as cf
import time


def slow(x):
    time.sleep(0.4)
    return x


def states(futures):
    return [future._state for future in futures]


def main():
    with cf.ProcessPoolExecutor(1) as executor:
        futures = [executor.submit(slow, i) for i in range(8)]
        print(futures[0].result())
        time.sleep(0.2)
        # One is being done; so many as there are workers, and one, wait in the queue between the processes.
        print([future.running() for future in futures])
        print(len(executor._pending_work_items), executor._queue_count, executor._shutdown_thread)
        print([future.cancel() for future in futures])
        print(states(futures), [future.cancelled() for future in futures])
        print(repr(futures[-1]).split('state=')[1])
        try:
            futures[-1].result(timeout=0)
        except cf.CancelledError as error:
            print(type(error).__name__)
        done, not_done = cf.wait(futures)
        print(len(done), len(not_done), states(futures))
    executor = cf.ProcessPoolExecutor(1)
    futures = [executor.submit(slow, i) for i in range(6)]
    heard = []
    futures[-1].add_done_callback(lambda future: heard.append(future.cancelled()))
    futures[0].result()
    time.sleep(0.2)
    executor.shutdown(wait=True, cancel_futures=True)
    print(states(futures), heard)
    print(executor._cancel_pending_futures, executor._processes, executor._call_queue)


if __name__ == '__main__':
    main()
