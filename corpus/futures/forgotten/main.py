"""Executors and managers that nobody shuts down: their processes end once the program has forgotten them."""
import gc
import multiprocessing as mp
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def square(n):
    return n * n


def with_processes(n):
    executor = ProcessPoolExecutor(2)
    return sum(executor.map(square, range(n)))


def with_threads(n):
    executor = ThreadPoolExecutor(2)
    return sum(executor.map(square, range(n)))


def with_manager(n):
    shared = mp.Manager().dict()
    shared["n"] = n
    return shared["n"]


def left():
    """How many children there are once those that are ending have ended."""
    gc.collect()
    for _ in range(100):
        if not mp.active_children():
            break
        time.sleep(0.05)
    return len(mp.active_children())


def main():
    for use in with_processes, with_threads, with_manager:
        print(use.__name__, [use(n) for n in range(8)], left())


if __name__ == "__main__":
    main()
