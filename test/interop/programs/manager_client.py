"""Uses the manager of manager_server.py: family, address, authkey."""
from __future__ import print_function
import sys
from multiprocessing import AuthenticationError
from multiprocessing.managers import BaseManager, RemoteError


class Manager(BaseManager):
    pass


for name in ('jobs', 'table', 'Counter'):
    Manager.register(name)

if __name__ == '__main__':
    family, address, key = sys.argv[1:4]
    if family == 'AF_INET':
        address = ('127.0.0.1', int(address))
    try:
        Manager(address=address, authkey=b'not the key').connect()
    except AuthenticationError as error:
        print('refused:', error)
    manager = Manager(address=address, authkey=key.encode('ascii'))
    manager.connect()
    jobs, table, counter = manager.jobs(), manager.table(), manager.Counter(10)
    for value in [1, -2 ** 70, 2.5, 'text', b'bytes', None, True, [1, [2]], {'k': (1, 2)}, {3, 4}, frozenset([5]), 1j]:
        jobs.put(value)
    print(jobs.qsize(), [jobs.get() for _ in range(12)])
    table['new'] = ['x'] * 3
    print(table.get('start'), table['new'], len(table), sorted(table.items()))
    table.update({'more': {'deep': [{}]}})
    print(table.get('more'), counter.add(), counter.add(n=5), counter.add(2), len(counter))
    try:
        table['missing']
    except KeyError as error:
        print('KeyError', error)
    try:
        counter.fail('why')
    except LookupError as error:
        print('LookupError', error)
    try:
        counter.unsendable()
    except RemoteError as error:
        print('RemoteError', str(error).strip().splitlines()[1][:35])
    try:
        table.clear()
    except AttributeError as error:
        print('AttributeError', error)
    print(type(counter).__name__, repr(counter).split(' at ')[0], str(table)[:7])
    big = 'x' * 300000
    jobs.put(big)
    print(jobs.get() == big, manager._number_of_objects())
