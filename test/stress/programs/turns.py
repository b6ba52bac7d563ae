"""Threads and processes take turns: each waits on one condition until a shared value says that it is next."""
import multiprocessing
import random
import sys
import threading


def take_turns(condition, turn, me, parties, times):
    for _ in range(times):
        with condition:
            assert condition.wait_for(lambda: turn.value % parties == me, 60)
            turn.value += 1
            condition.notify_all()


def relay(queues, me, times):
    """Passes on what it gets from its queue, which others read as well."""
    for _ in range(times):
        queues[1].put((me, queues[0].get()))


def wait_for(tasks):
    for task in tasks:
        task.start()
    for task in tasks:
        task.join()
        assert getattr(task, 'exitcode', 0) == 0, task


def main(seed):
    rng = random.Random(seed)
    for _ in range(10):
        kinds = [rng.choice((threading.Thread, multiprocessing.Process)) for _ in range(rng.randint(2, 5))]
        parties, times = len(kinds), rng.randint(1, 15)
        condition, turn = multiprocessing.Condition(), multiprocessing.Value('i', 0)
        wait_for([kind(target=take_turns, args=(condition, turn, me, parties, times)) for me, kind in enumerate(kinds)])
        assert turn.value == parties * times, (turn.value, parties * times)
        queues = multiprocessing.Queue(), multiprocessing.Queue()
        workers = [kind(target=relay, args=(queues, me, times)) for me, kind in enumerate(kinds)]
        for worker in workers:
            worker.start()
        for n in range(parties * times):
            queues[0].put(n)
        results = [queues[1].get(timeout=60) for _ in range(parties * times)]
        for worker in workers:
            worker.join()
        assert sorted(n for _, n in results) == list(range(parties * times)), results
        assert all(sum(1 for who, _ in results if who == me) == times for me in range(parties)), results
    print('ok')


if __name__ == '__main__':
    main(int(sys.argv[1]))
