# pymp: python=2,3
"""Objects with a `__del__` end when they are let go of, also after somebody has had their `__dict__`: by vars, a copy, a pickle."""
from __future__ import print_function
import copy
import pickle


class Noisy(object):
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def by_vars(o):
    print(sorted(vars(o)))
    vars(o)["more"] = 1
    print(o.more, vars(o) is vars(o), sorted(o.__dict__))


def by_reduce(o):
    print(len(o.__reduce_ex__(2)) > 2)


def by_pickle(o):
    print(len(pickle.dumps(o)) > 10)


def by_copy(o):
    copy.copy(o).name = "copy of " + o.name


def use(how):
    o = Noisy(how.__name__)
    how(o)
    print("leaving")


if __name__ == "__main__":
    for how in by_vars, by_reduce, by_pickle, by_copy:
        use(how)
        print("left")
    print("end")
