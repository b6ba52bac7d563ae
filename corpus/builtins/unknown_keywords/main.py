# pymp: python=3
"""Keywords that built-in functions do not know or are too many, what they may have been, and counts of positional arguments."""
import itertools
import math
import struct
import time


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Whole:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


attempt(lambda: min([1], default=1, key=2, foo=3))
attempt(lambda: max(0, default=1, key=2, foo=3))
attempt(lambda: min([1], foo=3))
attempt(lambda: max([1], ke=3))
attempt(lambda: min(default=1, key=2, foo=3))
attempt(lambda: itertools.product(0, repeat=1, foo=2))
attempt(lambda: itertools.product([0], repea=2))
attempt(lambda: zip([1], strict=True, foo=1))
attempt(lambda: zip([1], stric=True))
attempt(lambda: ImportError(0, name=1, path=2, name_from=3, foo=3))
attempt(lambda: ImportError('a', namez=1))
attempt(lambda: AttributeError('a', nam=1))
attempt(lambda: NameError(nam=1, name=2))
attempt(lambda: int('1', bas=2))
attempt(lambda: complex(rea=1))
attempt(lambda: int.from_bytes(b'a', 'little', False))
attempt(lambda: int.from_bytes(b'a', 'little', False, 1))
attempt(lambda: (1).to_bytes(1, 'little', True))
attempt(lambda: struct.pack('i', x=1))
attempt(lambda: time.sleep(secs=1))
attempt(lambda: math.sqrt(x=1))
attempt(lambda: len(x=1))
attempt(lambda: [].append(x=1))
for options in (dict(optimize=Whole(0)), dict(optimize=Whole(7)), dict(flags=Whole(0)), dict(optimize=1.5), dict(flags='a'), dict(optimize=2 ** 40)):
    attempt(lambda: eval(compile('1', 'f', 'eval', **options)))
