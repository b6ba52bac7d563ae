# pymp: python=2,3 stderr=exact compare=unordered mask-regex=(?:'(?=[0-9a-f]+')|pymp-|listener-)([0-9a-zA-Z_]+)
# What the package's log says at level DEBUG of a manager, its proxies and their connections.
import logging
import multiprocessing


def change(d):
    d[1] = 2


if __name__ == '__main__':
    multiprocessing.log_to_stderr(logging.DEBUG)
    manager = multiprocessing.Manager()
    d = manager.dict()
    p = multiprocessing.Process(target=change, args=(d,))
    p.start()
    p.join()
    print(d)
