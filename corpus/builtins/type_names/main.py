# pymp: python=3
"""What messages call the types of C modules, and what those call themselves."""
import array
import collections
import functools
import io
import itertools
import operator
import pickle
import queue
import re
import struct
import threading
import weakref
import zlib


class Plain:
    pass


plain = Plain()
VALUES = [
    re.compile('a'), re.match('a', 'a'), io.BytesIO(), io.StringIO(), open('/dev/null'), threading.Lock(),
    threading.RLock(), threading.local(), weakref.ref(plain), itertools.chain(), functools.partial(len),
    collections.deque(), operator.itemgetter(1), struct.Struct('i'), zlib.compressobj(), array.array('i'),
    queue.SimpleQueue(), queue.Queue(), threading.Event(),
]
TRIED = [
    lambda v: v.nope, lambda v: v + plain, lambda v: v['x'], lambda v: setattr(v, 'nope', 1), lambda v: len(v),
    lambda v: int(v), lambda v: v < plain, lambda v: pickle.dumps(v) and None,
]
for value in VALUES:
    print(type(value), type(value).__name__, type(value).__qualname__, type(value).__module__)
    for tried in TRIED:
        try:
            print(tried(value))
        except Exception as error:
            print('   ', type(error).__name__, str(error).split(' at 0x')[0])
for call in (lambda: io.BytesIO(1, 2), lambda: io.StringIO(1, 2, 3), lambda: io.FileIO(), lambda: object.__init__(), lambda: list.append(), lambda: int.__add__(), lambda: io.BytesIO().tell(1)):
    try:
        call()
    except TypeError as error:
        print(error)
