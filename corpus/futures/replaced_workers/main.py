# Workers that have done as many calls as they may are replaced, also when nothing was to be done at the moment they ended.
import multiprocessing
import os
import time
from concurrent import futures

if __name__ == '__main__':
    for method in ('spawn', 'forkserver'):
        context = multiprocessing.get_context(method)
        with futures.ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=2) as executor:
            pids = []
            for _ in range(6):
                pids.append(executor.submit(os.getpid).result())
                list(executor._processes)
                time.sleep(0.1)
            print(method, [pids.count(pid) for pid in pids])
        with futures.ProcessPoolExecutor(2, mp_context=context, max_tasks_per_child=1) as executor:
            print(list(executor.map(abs, range(-4, 0))), executor.submit(len, 'abc').result())
