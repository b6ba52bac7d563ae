"""Pools with every kind of call, workers that are replaced, killed, or leave: each task has one outcome."""
import multiprocessing
import os
import random
import signal
import sys
import time


def work(n):
    if n % 17 == 5:
        raise ValueError(n)
    if n % 29 == 7:
        time.sleep(0.002)
    return n * n


def risky(n, fate):
    if fate == 'leaves':
        os._exit(3)
    if fate == 'killed':
        os.kill(os.getpid(), signal.SIGKILL)
    return work(n)


def expected(n):
    return ValueError if n % 17 == 5 else n * n


def outcome(get):
    try:
        return get()
    except ValueError:
        return ValueError


def calls(rng, pool):
    numbers = [rng.randrange(100) for _ in range(rng.randint(0, 80))]
    good = [n for n in numbers if n % 17 != 5]
    assert pool.map(work, good, rng.choice((None, 1, 3))) == [n * n for n in good]
    assert sorted(pool.imap_unordered(work, good, rng.randint(1, 5))) == sorted(n * n for n in good)
    it = pool.imap(work, numbers)
    assert [outcome(it.__next__) for _ in numbers] == [expected(n) for n in numbers]
    seen = []
    results = [pool.apply_async(work, (n,), callback=seen.append, error_callback=seen.append) for n in numbers]
    assert [outcome(r.get) for r in results] == [expected(n) for n in numbers]
    assert len(seen) == len(numbers)


def deaths(rng, pool):
    fates = [rng.choice(('killed', 'leaves') + ('fine',) * 8) for _ in range(rng.randint(1, 40))]
    results = [pool.apply_async(risky, (n, fate)) for n, fate in enumerate(fates)]
    for n, (fate, result) in enumerate(zip(fates, results)):
        try:
            value = outcome(lambda: result.get(60))
        except multiprocessing.TimeoutError:
            raise AssertionError('task %d (%s) has no outcome' % (n, fate))
        except multiprocessing.ProcessError as error:
            assert fate != 'fine' and 'worker' in str(error), (fate, error)
        else:
            assert fate == 'fine' and value == expected(n), (n, fate, value)


def main(seed):
    rng = random.Random(seed)
    context = multiprocessing.get_context(rng.choice(('fork', 'fork', 'spawn')))
    with context.Pool(rng.randint(1, 4), maxtasksperchild=rng.choice((None, None, 1, 5))) as pool:
        for _ in range(rng.randint(1, 3)):
            calls(rng, pool)
            if rng.random() < 0.6:
                deaths(rng, pool)
        if rng.random() < 0.5:
            pool.close()
            pool.join()
    assert not multiprocessing.active_children()
    print('ok')


if __name__ == '__main__':
    main(int(sys.argv[1]))
