# pymp: python=2,3
# What is too big for the memory is a MemoryError (no end of the process), at once.
import sys


def show(name, make):
    try:
        make()
        print(name + ' made')
    except (MemoryError, OverflowError) as error:
        print(name + ' ' + type(error).__name__)


def repeated():
    items = [1, 2]
    items *= 2 ** 50
    return items


def slice_repeated():
    items = [1, 2, 3]
    items[1:2] *= 2 ** 50


big = 2 ** 40
huge = 2 ** 70
show('list times', lambda: [1] * big)
show('times list', lambda: big * [1])
show('list times huge', lambda: [1] * huge)
show('tuple times', lambda: (1, 2) * big)
show('str times', lambda: 'a' * big)
show('str times huge', lambda: 'a' * huge)
show('bytearray times', lambda: bytearray(b'ab') * big)
show('list *=', repeated)
show('slice *=', slice_repeated)
show('ljust', lambda: 'a'.ljust(2 ** 60))
show('zfill', lambda: 'a'.zfill(2 ** 60))
show('replace', lambda: ('a' * 10 ** 5).replace('a', 'b' * 10 ** 9) if sys.maxsize < big else 'x' * big)
show('bytearray', lambda: bytearray(2 ** 60))
if sys.version_info[0] == 3:
    show('list of range', lambda: list(range(2 ** 60)))
    show('tuple of range', lambda: tuple(range(2 ** 60)))
    show('sorted range', lambda: sorted(range(2 ** 60)))
    show('bytes', lambda: bytes(2 ** 60))
else:
    show('range', lambda: range(2 ** 70))
