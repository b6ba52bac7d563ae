"""An executor in a daemonic process, and one in the main module that a spawned child imports: nothing can start there, nobody waits for it."""
import concurrent.futures as cf
import multiprocessing as mp
import sys


def cpu(n):
    return n * n


def inner(k):
    ex = cf.ProcessPoolExecutor(2)
    for i in range(2):
        try:
            print(ex.submit(cpu, 3).result())
        except AssertionError as e:
            print('refused', e)
    print(ex._executor_manager_thread)
    ex.shutdown()
    sys.stdout.flush()
    with cf.ProcessPoolExecutor(2) as ex:
        return list(ex.map(cpu, range(3)))

if __name__ == '__main__':
    for m in ('fork', 'spawn'):
        with mp.get_context(m).Pool(1) as p:
            try:
                print(p.map(inner, [1]))
            except AssertionError as e:
                print(e)
            p.close()
            p.join()
elif __name__ == '__mp_main__':
    ex = cf.ProcessPoolExecutor(1, mp.get_context('spawn'))
    try:
        ex.submit(cpu, 3)
    except RuntimeError as e:
        print(str(e).strip().splitlines()[0])
    ex.shutdown()
