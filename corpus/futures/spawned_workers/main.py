# By spawn an executor has as many workers as there were calls that none had time for; what cannot be read in a worker breaks it.
import multiprocessing as mp
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class Unreadable:
    def __reduce__(self):
        return fail, ()


def fail():
    sys.stderr = open(os.devnull, 'w')
    raise ValueError('not here')


def main():
    context = mp.get_context('spawn')
    with ProcessPoolExecutor(3, mp_context=context) as executor:
        for i in range(3):
            executor.submit(abs, -i).result()
        print(len(executor._processes))
        futures = [executor.submit(abs, -i) for i in range(9)]
        print(len(executor._processes) <= 3, [future.result() for future in futures])
        thread = executor._executor_manager_thread
        print(thread.is_alive())
    thread.join()
    print(thread.is_alive(), executor._executor_manager_thread)

    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(abs, Unreadable()).result()
        except BrokenProcessPool as error:
            print(error)
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(divmod, 1, 0).result()
        except ZeroDivisionError as error:
            print('divmod' in error.__cause__.tb, type(error.__cause__).__name__)


if __name__ == '__main__':
    main()
