# pymp: python=2,3
"""Iterators that have given some of their items: after a fork both processes go on from there."""
import csv
import itertools
import multiprocessing
import os
import re
import sys


class Numbers(object):
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        return self.n

    next = __next__


def both(name, *iterators):
    """Shows what the child gets of them, then what is left for the parent."""
    sys.stdout.flush()
    pid = os.fork()
    print(name + ('' if pid else ' in the child'))
    for iterator in iterators:
        print(list(itertools.islice(iterator, 3)))
    if pid == 0:
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(pid, 0)


def begun(iterator):
    next(iterator)
    return iterator


def spans(matches):
    for match in matches:
        yield match.span()


def in_process(first, matches):
    print(next(first), next(matches).group())


if __name__ == '__main__':
    one, two = itertools.tee(range(9))
    both('tee', begun(begun(one)), two)
    one, two = itertools.tee(Numbers())
    both('tee of an object', begun(one), two)
    letters = begun(re.finditer('[a-z]', 'abcdef'))
    empty = begun(re.compile('b*').finditer('abxbb', 1))
    both('finditer', spans(letters), spans(empty))
    path = os.path.abspath(__file__)
    with open(path) as source, open(path) as rows:
        both('lines', begun(enumerate(source)), begun(csv.reader(rows)))
    both('objects', begun(enumerate(Numbers())), begun(itertools.islice(Numbers(), 1, 9)), begun(itertools.chain(Numbers())))
    table = {1: 'a', 2: 'b', 3: 'c'}
    both('tables', begun(iter(table)), begun(iter(table.items())), begun(iter({7})))
    sys.stdout.flush()
    process = multiprocessing.Process(target=in_process, args=(two, begun(re.finditer('.', 'xyz'))))
    process.start()
    process.join()
