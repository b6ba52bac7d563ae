"""Deposits and withdrawals that must cancel out."""
import multiprocessing


def deposit(balance, lock):
    for _ in range(300):
        lock.acquire()
        balance.value = balance.value + 1
        lock.release()


def withdraw(balance, lock):
    for _ in range(300):
        with lock:
            balance.value -= 1


if __name__ == '__main__':
    for attempt in range(3):
        balance, lock = multiprocessing.Value('i', 100), multiprocessing.Lock()
        both = [multiprocessing.Process(target=f, args=(balance, lock)) for f in (deposit, withdraw)]
        for p in both:
            p.start()
        for p in both:
            p.join()
        print('final balance', balance.value)
