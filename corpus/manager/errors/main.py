# pymp: python=2,3
"""Errors of managers and proxies."""
from __future__ import print_function
import multiprocessing
import pickle
from multiprocessing.managers import BaseManager, BaseProxy, MakeProxyType, NamespaceProxy, RemoteError, SyncManager


class Thing(object):
    def __init__(self, value=1):
        self.value = value

    def get(self):
        return self.value

    def fail(self):
        raise LookupError('in the server')

    def leave(self):
        raise SystemExit(3)

    def generator(self):
        for i in range(self.value):
            yield i

    def unsendable(self):
        return lambda: 0

    def _private(self):
        return 'private'


class ThingProxy(BaseProxy):
    _exposed_ = ('get', '_private')

    def get(self):
        return self._callmethod('get')

    def private(self):
        return self._callmethod('_private')

    def other(self):
        return self._callmethod('other')


class Attributes(NamespaceProxy):
    _exposed_ = ('__getattribute__', '__setattr__', '__delattr__', 'get')

    def get(self):
        return self._callmethod('get')


class Manager(BaseManager):
    pass


Manager.register('Thing', Thing)
Manager.register('Special', Thing, ThingProxy)
Manager.register('Attributes', Thing, Attributes)
Manager.register('made', Thing, MakeProxyType('made', ('get', 'fail')))
Manager.register('walk', Thing, exposed=['generator', 'get'], method_to_typeid={'generator': 'Iterator'})
Manager.register('Iterator', proxytype=multiprocessing.managers.IteratorProxy, create_method=False)
Manager.register('number', callable=lambda: 42)
Manager.register('nothing')


def attempt(f, *args):
    try:
        print(f(*args))
    except RemoteError as error:
        lines = str(error).strip().splitlines()
        print('RemoteError', lines[0][:20], lines[1], lines[-2][:70])
    except Exception as error:
        print(type(error).__name__, error)


def child(thing, special):
    thing_copy = pickle.loads(pickle.dumps(special))
    print(special.get(), thing_copy.get(), thing.get())


if __name__ == '__main__':
    manager = Manager()
    attempt(manager.Thing)
    attempt(lambda: manager.shutdown())
    attempt(manager.start, 5)
    manager.start()
    for f in (manager.start, manager.get_server):
        attempt(f)
    thing, special, attributes, made = manager.Thing(5), manager.Special(6), manager.Attributes(7), manager.made(8)
    attempt(thing.get)
    attempt(thing.fail)
    attempt(thing.unsendable)
    attempt(lambda: thing.get(1, 2).x)
    attempt(lambda: thing._private)
    attempt(special.private)
    attempt(special.other)
    attributes.new = 'value'
    print(attributes.value, attributes.new, attributes.get())
    del attributes.new
    attempt(lambda: attributes.new)
    attempt(made.fail)
    print(sorted(thing._exposed_), made._exposed_, type(thing).__name__, type(made).__name__)
    walk = manager.walk(3)
    print([i for i in walk.generator()], type(walk.generator()).__name__)
    attempt(manager.nothing)
    print(str(manager.nothing(Thing(3)))[:26])
    number = manager.number()
    print(type(number).__name__, number, repr(special).split(' at ')[0], hasattr(number, 'bit_length'))
    p = multiprocessing.Process(target=child, args=(thing, special))
    p.start()
    p.join()
    print(p.exitcode, manager.address == manager._address, manager._number_of_objects() > 0)
    try:
        thing.leave()
    except EOFError as error:
        print('EOFError', error)
    manager.shutdown()
    print(manager._state.value, manager._process.exitcode)
    try:
        special.get()
    except Exception as error:
        print(isinstance(error, (EOFError, OSError, IOError)))
    print(str(special).split('; ')[1])
    attempt(lambda: pickle.loads(pickle.dumps(SyncManager)) is SyncManager)
