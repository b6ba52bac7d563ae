"""A worker that ends at each stage of a task: the task fails with an error that says so, all others have their results."""
import multiprocessing
import os
import random
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

PARENT = os.getpid()


def end(how):
    if os.getpid() == PARENT:
        raise AssertionError('the parent would have ended')
    if how == 'leaves':
        os._exit(5)
    os.kill(os.getpid(), signal.SIGKILL if how == 'killed' else signal.SIGTERM)


class Deadly:
    """Ends the process that unpickles it, or the one that pickles it."""
    def __init__(self, how, stage):
        self.how = how
        self.stage = stage

    def __getstate__(self):
        if self.stage == 'pickling':
            end(self.how)
        return self.__dict__.copy()

    def __setstate__(self, state):
        self.__dict__.update(state)
        if self.stage == 'unpickling':
            end(self.how)


def identity(thing):
    return thing


def make(how):
    return Deadly(how, 'pickling')


def run(how):
    end(how)


def hold(lock, how):
    with lock:
        end(how)




def begin(value, how):
    # Every other worker ends before it takes a task.
    with value.get_lock():
        value.value += 1
        odd = value.value % 2
    if odd:
        end(how)


STAGES = ('unpickling', 'running', 'pickling')


def deadly(stage, how):
    """A function and its arguments."""
    if stage == 'unpickling':
        return identity, (Deadly(how, 'unpickling'),)
    return (run, (how,)) if stage == 'running' else (make, (how,))


def pool_scene(rng):
    how = rng.choice(('killed', 'leaves', 'terminated'))
    with multiprocessing.Pool(rng.randint(1, 3)) as pool:
        for stage in rng.sample(STAGES, 3):
            func, args = deadly(stage, how)
            good = [pool.apply_async(identity, (n,)) for n in range(rng.randint(0, 5))]
            bad = pool.apply_async(func, args)
            good += [pool.apply_async(identity, (n,)) for n in range(len(good), 10)]
            try:
                bad.get(60)
                raise AssertionError('%s, %s: it has a result' % (stage, how))
            except multiprocessing.ProcessError as error:
                assert not isinstance(error, multiprocessing.TimeoutError) and 'PoolWorker-' in str(error), (stage, error)
            assert [result.get(60) for result in good] == list(range(10)), stage


def held_lock_scene(rng):
    lock = multiprocessing.Lock()
    with multiprocessing.Pool(2, hold_in, (lock,)) as pool:
        result = pool.apply_async(hold_global, (rng.choice(('killed', 'leaves')),))
        try:
            result.get(60)
            raise AssertionError('it has a result')
        except multiprocessing.ProcessError:
            pass
        # As in CPython, whoever dies with a lock keeps it.
        assert not lock.acquire(timeout=0.05)
        assert pool.apply(identity, (3,)) == 3


def hold_in(lock):
    global the_lock
    the_lock = lock


def hold_global(how):
    hold(the_lock, how)


def initializer_scene(rng):
    count = multiprocessing.Value('i', 0)
    with multiprocessing.Pool(2, begin, (count, rng.choice(('killed', 'leaves')))) as pool:
        assert pool.map(identity, range(20), chunksize=1) == list(range(20))


def executor_scene(rng):
    stage = rng.choice(STAGES)
    func, args = deadly(stage, rng.choice(('killed', 'leaves')))
    with ProcessPoolExecutor(rng.randint(1, 3)) as executor:
        assert executor.submit(identity, 1).result(60) == 1
        try:
            executor.submit(func, *args).result(60)
            raise AssertionError('%s: it has a result' % stage)
        except BrokenProcessPool:
            pass
        try:
            executor.submit(identity, 1)
            raise AssertionError('%s: it still takes calls' % stage)
        except BrokenProcessPool:
            pass


def main(seed):
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 4)):
        rng.choice((pool_scene, held_lock_scene, initializer_scene, executor_scene))(rng)
    assert not multiprocessing.active_children()
    print('ok')


if __name__ == '__main__':
    main(int(sys.argv[1]))
