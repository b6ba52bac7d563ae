"""Counters under every kind of lock, rounds of a barrier, conditions and events."""
import multiprocessing
import random
import sys
import threading
import time


def add(lock, counter, times, seed):
    rng = random.Random(seed)
    for _ in range(times):
        if rng.random() < 0.2:
            while not lock.acquire(timeout=rng.choice((0, 0.001, 0.1))):
                pass
        else:
            lock.acquire()
        counter.value += 1
        lock.release()


def bounded(semaphore, inside, worst, limit):
    for _ in range(20):
        with semaphore:
            with inside.get_lock():
                inside.value += 1
                worst.value = max(worst.value, inside.value)
            with inside.get_lock():
                inside.value -= 1


def rounds(barrier, counter, parties, times):
    for n in range(times):
        with counter.get_lock():
            counter.value += 1
        barrier.wait(60)
        assert counter.value == parties * (n + 1), (counter.value, parties, n)
        barrier.wait(60)


def take_turns(condition, turn, me, parties, times):
    for _ in range(times):
        with condition:
            assert condition.wait_for(lambda: turn.value % parties == me, 60)
            turn.value += 1
            condition.notify_all()


def run(rng, target, argument_lists):
    kinds = [threading.Thread if rng.random() < 0.25 else multiprocessing.Process for _ in argument_lists]
    tasks = [kind(target=target, args=arguments) for kind, arguments in zip(kinds, argument_lists)]
    for task in tasks:
        task.start()
    for task in tasks:
        task.join()
        assert getattr(task, 'exitcode', 0) == 0, task


def main(seed):
    rng = random.Random(seed)
    parties, times = rng.randint(2, 5), rng.randint(1, 60)
    lock = rng.choice((multiprocessing.Lock, multiprocessing.RLock, lambda: multiprocessing.Semaphore(1)))()
    counter = multiprocessing.Value('q', 0, lock=False)
    run(rng, add, [(lock, counter, times, rng.random()) for _ in range(parties)])
    assert counter.value == parties * times, (counter.value, parties * times)
    limit = rng.randint(1, 3)
    inside, worst = multiprocessing.Value('i', 0), multiprocessing.Value('i', 0)
    run(rng, bounded, [(multiprocessing.Semaphore(limit), inside, worst, limit)] * parties)
    assert inside.value == 0 and worst.value <= limit, (inside.value, worst.value, limit)
    counter = multiprocessing.Value('i', 0)
    barrier = multiprocessing.Barrier(parties)
    run(rng, rounds, [(barrier, counter, parties, times // 4 + 1)] * parties)
    condition, turn = multiprocessing.Condition(), multiprocessing.Value('i', 0)
    run(rng, take_turns, [(condition, turn, me, parties, times // 4 + 1) for me in range(parties)])
    event = multiprocessing.Event()
    waiters = [multiprocessing.Process(target=event.wait, args=(60,)) for _ in range(parties)]
    for waiter in waiters:
        waiter.start()
    time.sleep(rng.random() * 0.01)
    event.set()
    for waiter in waiters:
        waiter.join()
    print('ok')


if __name__ == '__main__':
    main(int(sys.argv[1]))
