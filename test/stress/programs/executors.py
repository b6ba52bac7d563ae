"""Executors of processes and threads: results, cancelled calls, callbacks, a worker that dies."""
import os
import random
import sys
import threading
import time
from concurrent.futures import (
    ALL_COMPLETED,
    FIRST_EXCEPTION,
    CancelledError,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    as_completed,
    wait,
)
from concurrent.futures.process import BrokenProcessPool


def work(n):
    if n % 13 == 4:
        raise KeyError(n)
    if n % 7 == 1:
        time.sleep(0.001)
    return -n


def check(future, n):
    try:
        assert future.result(60) == -n and n % 13 != 4
    except KeyError:
        assert n % 13 == 4
    except CancelledError:
        assert future.cancelled()


def calls(rng, executor):
    numbers = [rng.randrange(1000) for _ in range(rng.randint(0, 60))]
    futures = {executor.submit(work, n): n for n in numbers}
    called = []
    for future in futures:
        future.add_done_callback(called.append)
        if rng.random() < 0.1:
            future.cancel()
    for future in as_completed(futures, timeout=60):
        check(future, futures[future])
    done, pending = wait(futures, timeout=60, return_when=rng.choice((ALL_COMPLETED, FIRST_EXCEPTION)))
    assert not pending and len(done) == len(numbers)
    # Who waits for a future is told before its callbacks are called, in CPython too.
    deadline = time.monotonic() + 60
    while len(called) < len(numbers) and time.monotonic() < deadline:
        time.sleep(0.001)
    assert len(called) == len(numbers)
    good = [n for n in numbers if n % 13 != 4]
    assert list(executor.map(work, good)) == [-n for n in good]


def death(rng):
    executor = ProcessPoolExecutor(rng.randint(1, 3))
    futures = [executor.submit(work, 2) for _ in range(5)] + [executor.submit(os._exit, 1)]
    futures += [executor.submit(work, 2) for _ in range(rng.randint(0, 5))]
    broken = 0
    for future in futures:
        try:
            assert future.result(60) == -2
        except BrokenProcessPool:
            broken += 1
    assert broken >= 1
    executor.shutdown()


def main(seed):
    rng = random.Random(seed)
    with ProcessPoolExecutor(rng.randint(1, 4)) as executor:
        calls(rng, executor)
        if rng.random() < 0.5:
            threads = [threading.Thread(target=calls, args=(random.Random(seed + i), executor)) for i in range(3)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
    with ThreadPoolExecutor(rng.randint(1, 8)) as executor:
        calls(rng, executor)
    if rng.random() < 0.5:
        death(rng)
    print('ok')


if __name__ == '__main__':
    main(int(sys.argv[1]))
