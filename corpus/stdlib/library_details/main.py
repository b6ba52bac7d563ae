# pymp: python=3
# What CPython's own tests of the library look at: deleted class attributes, gzip in pieces, annotations as text, arrays of other machines.
from __future__ import annotations
import array
import codecs
import gzip
import inspect
import io
import os
import socket
import typing
import warnings
import zlib
from array import _array_reconstructor as reconstruct
from typing import Callable, Dict, List, Optional
from unittest import mock


def shown(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Proxy:
    def __get__(self, instance, owner=None):
        raise AssertionError('nobody asked')


class Holder:
    proxy = Proxy()


del Holder.proxy
Holder.__lt__ = Proxy()
delattr(Holder, '__lt__')
print('proxy' in vars(Holder))
with mock.patch('builtins.open', mock.mock_open(read_data='from a mock')):
    print(open('nothing').read())
print(isinstance(mock.MagicMock(spec=socket).AF_INET, mock.MagicMock))

data = b'\0' * 3000000
packed = gzip.compress(data)
print(len(gzip.GzipFile(fileobj=io.BytesIO(packed)).read(2500000)))
reader = gzip.GzipFile(fileobj=io.BytesIO(packed))
print(sum(iter(lambda: len(reader.read(100001)), 0)))
for size in (len(data), len(data) - 1, 1000000, 16384):
    whole = gzip.GzipFile(fileobj=io.BytesIO(packed))
    print([len(whole.read(size)), len(whole.read(size)), len(whole.read())])
mixed = bytes(range(256)) * 300
for size in (1, 255, 76800, 76799, 38400):
    limited = zlib.decompressobj()
    made, left = [], zlib.compress(mixed)
    while not limited.eof:
        made.append(limited.decompress(left, size))
        left = limited.unconsumed_tail
    print(size, b''.join(made) == mixed, max(map(len, made)), limited.unused_data)
pieces = zlib.decompressobj()
print(len(pieces.decompress(zlib.compress(data) + b'rest')), pieces.unused_data, pieces.unconsumed_tail, pieces.eof)


def annotated(
    a: Dict[str,int], b: "Dict[str, 'A']", c: Optional[List[ int ]] = None, *d: int|None|str, e: Callable[[int,str],...] = print,
    f: typing.Tuple[()] = (), g: x.y [1,] = 1, h: -1 = 1, **i: (int,)
) -> List[
    str
]:
    pass


class Fields:
    name: 'str' = ""
    pairs: Dict[str,List["int"]]


print(annotated.__annotations__)
print(Fields.__annotations__)
print(inspect.signature(annotated))

for args in [
    (str, 'b', 0, b''), (array.array, '?', 0, b''), (array.array, 'b', 99, b''), (array.array, 'b', 0, ''),
    (array.array, 'd', 16, b'a'), ('', 'b', 0, b''), (array.array, 'i', 4, b'\x80\0\x7f\xff'), (array.array, 'i', 5, b'\x80\0\x7f\xff'),
    (array.array, 'd', 15, b'\x3f\x80\0\0'), (array.array, 'L', 11, b'\0\0\0\0\0\0\0\5'), (array.array, 'w', 19, b'\0a\0b'),
]:
    shown(reconstruct, *args)
wide = array.array('w', 'a')
wide.frombytes(b'b\0\0\0')
print(wide)

for mapping in ({0: 0x110000}, {0: -2}, {0: 'a'}):
    shown(codecs.charmap_decode, b'\0', 'strict', mapping)


class Releasing:
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 0


view = memoryview(bytearray(b'abc'))
shown(lambda: view[Releasing(view)])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    os.path.exists(True)
print([str(w.message) for w in caught])
