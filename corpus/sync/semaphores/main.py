"""Semaphore limits how many are inside; BoundedSemaphore refuses too many releases."""
import multiprocessing
import time


def enter(semaphore, inside, most, lock):
    with semaphore:
        with lock:
            inside.value += 1
            most.value = max(most.value, inside.value)
        time.sleep(0.03)
        with lock:
            inside.value -= 1


if __name__ == '__main__':
    semaphore, lock = multiprocessing.Semaphore(2), multiprocessing.Lock()
    inside, most = multiprocessing.Value('i', 0), multiprocessing.Value('i', 0)
    workers = [multiprocessing.Process(target=enter, args=(semaphore, inside, most, lock)) for _ in range(6)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    print(inside.value, 1 <= most.value <= 2)
    print(semaphore.get_value(), semaphore.acquire(), semaphore.acquire(block=False), semaphore.acquire(timeout=0.05), semaphore.get_value())
    semaphore.release()
    semaphore.release()
    semaphore.release()
    print(semaphore.get_value(), semaphore, multiprocessing.Lock())
    bounded = multiprocessing.BoundedSemaphore(1)
    print(bounded.acquire(), bounded.release(), bounded)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        multiprocessing.Semaphore(-1)
    except Exception as error:
        print(type(error).__name__)
