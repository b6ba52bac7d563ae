"""Objects of a manager, used by processes and threads at once."""
import multiprocessing
import queue
import random
import sys
import threading


def use(shared, numbers, lock, tasks, results, times):
    for n in range(times):
        with lock:
            shared['total'] = shared.get('total', 0) + 1
        numbers.append(n)
        try:
            task = tasks.get_nowait()
        except queue.Empty:
            continue
        results.put(task * 2)


def main(seed):
    rng = random.Random(seed)
    with multiprocessing.Manager() as manager:
        shared, numbers, lock = manager.dict(), manager.list(), manager.Lock()
        tasks, results = manager.Queue(), manager.Queue()
        count, times = rng.randint(0, 20), rng.randint(1, 15)
        for n in range(count):
            tasks.put(n)
        kinds = [rng.choice((multiprocessing.Process, threading.Thread)) for _ in range(rng.randint(1, 4))]
        users = [kind(target=use, args=(shared, numbers, lock, tasks, results, times)) for kind in kinds]
        for user in users:
            user.start()
        for user in users:
            user.join()
        assert shared['total'] == len(users) * times
        assert sorted(numbers) == sorted(list(range(times)) * len(users))
        done = [results.get() for _ in range(results.qsize())]
        assert len(done) + tasks.qsize() == count
    print('ok')


if __name__ == '__main__':
    main(int(sys.argv[1]))
