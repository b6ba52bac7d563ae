# pymp: python=2,3
"""register_after_fork keeps nothing alive: what the program has let go of is not there after a fork."""
import gc
import multiprocessing
from multiprocessing import util


class Resource(object):
    def __init__(self, name):
        self.name = name


def renew(resource):
    print('renewed ' + resource.name)


def work():
    print('child')


def let_go():
    forgotten = Resource('forgotten')
    util.register_after_fork(forgotten, renew)
    return util.Finalize(forgotten, print_line, args=('let go of',))


def print_line(text):
    print(text)


if __name__ == '__main__':
    end = let_go()
    gc.collect()
    print(end.still_active())
    kept = Resource('kept')
    util.register_after_fork(kept, renew)
    util.register_after_fork(kept, renew)
    child = multiprocessing.Process(target=work)
    child.start()
    child.join()
    print(kept.name)
    try:
        util.register_after_fork(5, renew)
    except TypeError as error:
        print(error)
