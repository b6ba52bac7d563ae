"""How many a condition wakes, where that is no count; indices of arrays that are none; memory that there is not."""
import multiprocessing as mp


def attempt(label, call):
    try:
        print(label, '->', call())
    except Exception as error:
        print(label, '->', type(error).__name__, error)


def main():
    condition = mp.Condition()
    with condition:
        for count in ('x', None, 1.5, [], -1, True, 0):
            attempt(repr(count), lambda: condition.notify(count))
    array = mp.Array('i', 3)
    for index in ('a', 1.5, None, 3):
        attempt('set', lambda: array.__setitem__(index, 1))
        attempt('get', lambda: array[index])
    attempt('too large', lambda: mp.RawArray('d', 2**44))


if __name__ == '__main__':
    main()
