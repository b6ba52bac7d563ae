# pymp: python=2,3
from __future__ import print_function
import multiprocessing


def runner(number, start, finish, queue):
    start.wait()
    queue.put(number)
    finish.wait(10)


if __name__ == '__main__':
    start, finish, queue = multiprocessing.Event(), multiprocessing.Event(), multiprocessing.Queue()
    runners = [multiprocessing.Process(target=runner, args=(n, start, finish, queue)) for n in range(3)]
    for r in runners:
        r.start()
    print(start.is_set(), start.wait(0.05), queue.empty())
    start.set()
    print(start.is_set(), start.wait(), sorted(queue.get() for _ in runners))
    print([r.is_alive() for r in runners])
    finish.set()
    for r in runners:
        r.join()
    start.clear()
    print(start.is_set(), [r.exitcode for r in runners])
