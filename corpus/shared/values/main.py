# pymp: python=2,3
"""Value: type codes, locks, conversions, changes from a child."""
from __future__ import print_function
import multiprocessing


def change(i, d, c, b):
    with i.get_lock():
        i.value += 5
    d.value *= 2
    c.value = b'z'
    b.value = not b.value


if __name__ == '__main__':
    i, d = multiprocessing.Value('i', 7), multiprocessing.Value('d', 1.25)
    c, b = multiprocessing.Value('c', b'a'), multiprocessing.Value('b', 0)
    p = multiprocessing.Process(target=change, args=(i, d, c, b))
    p.start()
    p.join()
    print(i.value, d.value, c.value == b'z', b.value)
    for code in 'bBhHiIlLfd':
        v = multiprocessing.Value(code)
        print(code, v.value, type(v.value).__name__, end=' ')
    print()
    small = multiprocessing.Value('b', 127)
    small.value += 1
    unsigned = multiprocessing.Value('H', 5)
    unsigned.value -= 6
    wide = multiprocessing.Value('i', 2 ** 31 - 1)
    wide.value += 1
    f = multiprocessing.Value('f', 0.1)
    print(small.value, unsigned.value, wide.value, f.value, f.value == 0.1)
    for action in (lambda: setattr(i, 'value', 'x'), lambda: setattr(i, 'value', 1.5), lambda: multiprocessing.Value('?!')):
        try:
            action()
            print('accepted')
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            print(type(error).__name__)
    print(i.get_lock() is i.get_lock(), i.get_obj().value, multiprocessing.Value('i', 3, lock=False).value)
