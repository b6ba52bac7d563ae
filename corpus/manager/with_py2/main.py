# pymp: python=2
"""`with` and a manager of a class of one's own: Python 2 does not start it, but shuts it down."""

from multiprocessing import Manager
from multiprocessing.managers import SyncManager


class OwnManager(SyncManager):
    pass


OwnManager.register('words', lambda: 'a b'.split())

if __name__ == '__main__':
    with Manager() as manager:
        print manager.list([1, 2])[:]

    manager = OwnManager()
    manager.start()
    with manager as same:
        print same is manager, same.words().pop()

    manager = OwnManager()
    try:
        with manager as same:
            print same is manager
            same.words()
    except (AssertionError, AttributeError) as error:
        print type(error).__name__, error
