# pymp: python=2,3
from __future__ import print_function
import array
from multiprocessing import Manager, Process


def change(shared):
    shared[1] = 20


if __name__ == '__main__':
    manager = Manager()
    shared = manager.Array('i', [1, 2, 3, 4])
    process = Process(target=change, args=(shared,))
    process.start()
    process.join()
    print(shared[:], shared[1:3], shared[-1], len(shared))
    plain = array.array('i', range(6))
    plain[1:3] = array.array('i', [9])
    del plain[:1]
    print(plain, plain[1:], plain[:-1].tolist())
