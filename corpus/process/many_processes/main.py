# pymp: compare=unordered
"""Thirty processes at once, each printing once."""
import multiprocessing


def square(n):
    print(f'{n} squared is {n * n}')


if __name__ == '__main__':
    processes = [multiprocessing.Process(target=square, args=(n,)) for n in range(30)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print({p.exitcode for p in processes})
