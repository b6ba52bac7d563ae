# The resource tracker runs as soon as there is something for it: a process that is not forked, a lock for one, shared memory.
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor


def show(what):
    from multiprocessing.resource_tracker import _resource_tracker as tracker

    print(what, tracker._pid is not None, tracker._pid is not None and tracker._check_alive(), tracker._exitcode)
    tracker._stop()
    print('stopped:', tracker._pid, tracker._exitcode)
    sys.stdout.flush()


def nothing():
    pass


def run(method):
    process = multiprocessing.get_context(method).Process(target=nothing)
    process.start()
    process.join()


if __name__ == '__main__':
    run('fork')
    forked = multiprocessing.get_context('fork').Lock()
    run('spawn')
    show('spawn')
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context('spawn')) as executor:
        executor.submit(nothing).result()
    show('executor')

    from multiprocessing import shared_memory

    memory = shared_memory.SharedMemory(create=True, size=10)
    memory.close()
    memory.unlink()
    show('memory')
