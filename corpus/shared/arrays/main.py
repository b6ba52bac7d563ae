# pymp: python=2,3
"""Array: from sizes and sequences, slices, changes from a child, errors."""
from __future__ import print_function
import multiprocessing


def double(numbers, start, stop):
    for n in range(start, stop):
        numbers[n] *= 2


if __name__ == '__main__':
    numbers = multiprocessing.Array('i', range(8))
    halves = [multiprocessing.Process(target=double, args=(numbers, s, s + 4)) for s in (0, 4)]
    for p in halves:
        p.start()
    for p in halves:
        p.join()
    print(numbers[:], len(numbers), numbers[2], numbers[-1], numbers[1:4], list(numbers), sum(numbers))
    zeros = multiprocessing.Array('d', 3)
    zeros[1] = 2.5
    zeros[:2] = [1, 2]
    print(zeros[:], 2.0 in zeros[:])
    text = multiprocessing.Array('c', b'hello')
    text[0] = b'J'
    print(text.value == b'Jello', text.raw == b'Jello', len(text))
    for action in (lambda: numbers[8], lambda: numbers.__setitem__(0, 'x'), lambda: numbers.__setitem__(slice(0, 2), [1])):
        try:
            action()
        except (IndexError, TypeError, ValueError) as error:
            print(type(error).__name__, error)
    with numbers.get_lock():
        numbers[0] = 99
    raw = multiprocessing.RawArray('i', [3, 2, 1])
    print(numbers[0], raw[:], sorted(raw), multiprocessing.RawValue('d', 2).value)
