"""Shared memory that nobody refers to any more is given back: in all this is more than there may be at a time."""
from multiprocessing import Array, Process, RawArray
from multiprocessing.sharedctypes import RawValue
from ctypes import Structure, c_double


class Row(Structure):
    _fields_ = [('values', c_double * 1000)]


def fill(row, array):
    row.values[0] = 7.0
    array[-1] = 8.0


def main():
    rows = RawArray(Row, 100)
    first = rows[0]
    del rows
    kept = Array('d', 100000)
    for n in range(120):
        block = RawArray('d', 5000000)
        block[0] = block[4999999] = n
    row = RawValue(Row)
    process = Process(target=fill, args=(first, kept))
    process.start()
    process.join()
    print(block[0], block[4999999], first.values[0], kept[99999], row.values[0], len(kept))


if __name__ == '__main__':
    main()
