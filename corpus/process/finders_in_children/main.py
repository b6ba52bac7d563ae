# pymp: python=3
"""Finders that a program puts into sys.meta_path find modules in forked children too."""
import importlib.abc
import importlib.util
import multiprocessing
import sys


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.value = module.__name__.upper()


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, Loader()) if name.startswith('made_') else None


sys.meta_path.append(Finder())
import made_before


def work():
    import colorsys
    import made_there
    print(made_before.value, made_there.value, sum(isinstance(f, Finder) for f in sys.meta_path))
    print(colorsys.rgb_to_hsv(1, 1, 1))


if __name__ == '__main__':
    child = multiprocessing.Process(target=work)
    child.start()
    child.join()
    with multiprocessing.Pool(1) as pool:
        pool.apply(work)
    spawned = multiprocessing.get_context('spawn').Process(target=work)
    spawned.start()
    spawned.join()
