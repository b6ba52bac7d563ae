# pymp: python=2,3
"""Lists and dicts of a manager, changed by children."""
from __future__ import print_function
import multiprocessing


def change(numbers, table, key):
    numbers.append(key)
    table[key] = key * 10
    table.update({'last': 'set'})


if __name__ == '__main__':
    manager = multiprocessing.Manager()
    numbers, table = manager.list([0]), manager.dict({'start': 1})
    for key in range(1, 4):
        p = multiprocessing.Process(target=change, args=(numbers, table, key))
        p.start()
        p.join()
    print(numbers, len(numbers), numbers[1], numbers[-2:], 3 in numbers, [n for n in numbers])
    print(sorted(table.items(), key=str), table['start'], table.get('nothing', 'default'), len(table), 'last' in table)
    numbers.reverse()
    numbers.extend([9, 8])
    numbers[0] = 'first'
    numbers.insert(1, 'second')
    del numbers[2]
    print(numbers.pop(), numbers.index(9), numbers.count(0), str(numbers), list(numbers + [1]))
    table.pop('start')
    print(table.setdefault('s', 5), sorted(table.keys(), key=str), table.copy() == dict(table.items()))
    table.clear()
    print(table, type(numbers).__name__, type(table).__name__)
    for action in (lambda: numbers[50], lambda: table['missing'], lambda: numbers.remove('no')):
        try:
            action()
        except (IndexError, KeyError, ValueError) as error:
            print(type(error).__name__, error)
    inner = manager.list()
    inner.append([1])
    inner[0].append(2)
    print(inner[0], 'a change of a copy is lost')
    manager.shutdown()
