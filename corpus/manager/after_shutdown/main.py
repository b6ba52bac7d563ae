# pymp: python=2,3
"""Shared objects whose manager has ended: a broken pipe to whom has used one, no server to whom has not."""
from __future__ import print_function
from multiprocessing import Manager, Process
from multiprocessing.managers import BaseManager


class Thing(object):
    def get(self):
        return 'got'


class Own(BaseManager):
    pass


Own.register('Thing', Thing)


def put(d):
    d['a'] = 1


def attempt(what, do):
    try:
        print(what, do())
    except Exception as error:
        print(what, error)


if __name__ == '__main__':
    for used in (False, True):
        m = Manager()
        d, l = m.dict(), m.list([1])
        p = Process(target=put, args=(d,))
        p.start()
        p.join()
        if used:
            print(d['a'], l[0])
        m.shutdown()
        attempt('item', lambda: d['a'])
        attempt('list', lambda: l[0])
        attempt('str', lambda: str(d)[-22:])
        attempt('again', lambda: d.copy())
        own = Own()
        own.start()
        thing = own.Thing()
        if used:
            print(thing.get())
        own.shutdown()
        attempt('thing', lambda: thing.get())
        attempt('thing again', lambda: thing.get())

over_tcp = Own(address=('127.0.0.1', 0))
over_tcp.start()
print(over_tcp.Thing().get(), over_tcp.address[0])
over_tcp.shutdown()
