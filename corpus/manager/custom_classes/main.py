"""A manager with registered classes and functions."""
import multiprocessing
from multiprocessing.managers import BaseManager, NamespaceProxy


class Counter:
    def __init__(self, start=0):
        self.value = start

    def increment(self, by=1):
        self.value += by
        return self.value

    def get(self):
        return self.value

    def fail(self):
        raise LookupError('inside the manager')

    def _private(self):
        return 'hidden'


class MyManager(BaseManager):
    pass


table = {'a': 1}
MyManager.register('Counter', Counter)
MyManager.register('table', callable=lambda: table)
MyManager.register('Limited', Counter, exposed=('get',))
MyManager.register('Open', Counter, NamespaceProxy)


def bump(counter):
    for _ in range(100):
        counter.increment()


if __name__ == '__main__':
    with MyManager() as manager:
        counter = manager.Counter(10)
        workers = [multiprocessing.Process(target=bump, args=(counter,)) for _ in range(2)]
        for w in workers:
            w.start()
        for w in workers:
            w.join()
        print(counter.get() >= 110, counter.increment(by=5) == counter.get())
        print(sorted(manager.table().items()), manager.table().get('zz', 'none'))
        limited = manager.Limited(3)
        print(limited.get(), hasattr(limited, 'increment'), hasattr(counter, '_private'))
        try:
            counter.fail()
        except LookupError as error:
            print('LookupError', error)
        opened = manager.Open(4)
        opened.value = 8
        print(opened.value, type(counter).__name__)
    try:
        MyManager().Counter()
    except AssertionError as error:
        print(error)
