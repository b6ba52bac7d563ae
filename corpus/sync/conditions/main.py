"""Condition: wait, notify, notify_all, wait_for, and misuse."""
import multiprocessing


def waiter(condition, ready, woken):
    with condition:
        ready.release()
        condition.wait()
        woken.value += 1


def setter(condition, value):
    with condition:
        value.value = 5
        condition.notify_all()


if __name__ == '__main__':
    condition, ready, woken = multiprocessing.Condition(), multiprocessing.Semaphore(0), multiprocessing.Value('i', 0)
    waiters = [multiprocessing.Process(target=waiter, args=(condition, ready, woken)) for _ in range(4)]
    for w in waiters:
        w.start()
    for w in waiters:
        ready.acquire()
    with condition:
        print('waiting all, woken', woken.value)
        condition.notify_all()
    for w in waiters:
        w.join()
    print('woken', woken.value)
    value = multiprocessing.Value('i', 0)
    p = multiprocessing.Process(target=setter, args=(condition, value))
    with condition:
        p.start()
        print(condition.wait_for(lambda: value.value == 5, timeout=10), condition.wait(0.05), condition.wait_for(lambda: False, 0.05))
    p.join()
    for action in (condition.notify, condition.wait, condition.notify_all):
        try:
            action()
        except (AssertionError, RuntimeError) as error:
            print(type(error).__name__, error)
