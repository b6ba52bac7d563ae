import multiprocessing

import paint

factor = 3


def child(name, queue):
    queue.put((name, paint.mix(name)))


def scale(n):
    return n * factor


def run_all(names):
    queue = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=child, args=(name, queue)) for name in names]
    for process in processes:
        process.start()
    results = sorted(queue.get() for _ in processes)
    for process in processes:
        process.join()
    return results


def run_pool(numbers):
    with multiprocessing.Pool(2) as pool:
        return pool.map(scale, numbers)
