# pymp: python=3
"""Threads that give calls to one executor and take some of them back, while the others' calls begin."""
import random
import threading
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor


def work(n):
    return -n


def calls(rng, executor, ends):
    futures = [(n, executor.submit(work, n)) for n in range(60)]
    for _n, future in futures:
        if rng.random() < 0.2:
            future.cancel()
    for n, future in futures:
        try:
            ends.append(future.result(60) == -n)
        except CancelledError:
            ends.append(future.cancelled())


def take_back(future, said):
    # Whoever tells the future that its call begins has to wait for this.
    with future._condition:
        time.sleep(0.3)
        said.append(future.cancel())


def at_its_beginning():
    said = []
    with ProcessPoolExecutor(1) as executor:
        futures = [executor.submit(time.sleep, 0.1 if i == 0 else 0) for i in range(4)]
        thread = threading.Thread(target=take_back, args=(futures[3], said))
        thread.start()
        thread.join()
        print(said, futures[3].cancelled(), [future.result() for future in futures[:3]])


if __name__ == '__main__':
    at_its_beginning()
    for seed in range(4):
        ends = []
        with ProcessPoolExecutor(3) as executor:
            threads = [
                threading.Thread(target=calls, args=(random.Random(seed * 10 + i), executor, ends)) for i in range(4)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        print(seed, len(ends), all(ends))
