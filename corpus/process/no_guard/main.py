# pymp: python=2,3
# A script of the simplest kind: no functions but the target, no guard.
from __future__ import print_function
import multiprocessing

print('the script starts')
total = multiprocessing.Value('i', 0)


def add(n):
    with total.get_lock():
        total.value += n


jobs = []
for i in range(1, 6):
    job = multiprocessing.Process(target=add, args=(i,))
    jobs.append(job)
    job.start()
for job in jobs:
    job.join()
print('total', total.value)
print('the script ends')
