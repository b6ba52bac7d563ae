# pymp: python=2,3
"""Objects of zlib that are asked for more after their stream has ended, after `flush`, and after a fault."""
from __future__ import print_function
import zlib

data = zlib.compress(b'hello world' * 10)


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)


def tails(d):
    return d.unused_data, len(d.unconsumed_tail)


d = zlib.decompressobj()
attempt('whole', lambda: d.decompress(data + b'more'))
attempt('more', lambda: d.decompress(b'xyz'))
attempt('tails', lambda: tails(d))
for name in ('flush', 'again'):
    attempt(name, lambda: d.flush())
attempt('after', lambda: d.decompress(b'xyz'))
attempt('empty after', lambda: d.decompress(b''))
attempt('tails', lambda: tails(d))

d = zlib.decompressobj()
attempt('begun', lambda: d.decompress(data[:10]))
attempt('flush', lambda: d.flush())
attempt('rest', lambda: d.decompress(data[10:]))
attempt('flush', lambda: d.flush())

d = zlib.decompressobj()
attempt('flush first', lambda: d.flush())
attempt('all', lambda: d.decompress(data))

d = zlib.decompressobj()
attempt('limited', lambda: d.decompress(data, 5))
attempt('flush', lambda: d.flush())
attempt('tails', lambda: tails(d))
attempt('after', lambda: d.decompress(b'a'))
attempt('negative', lambda: d.decompress(b'a', -1))
attempt('no length', lambda: d.flush(0))

d = zlib.decompressobj()
for name in ('fault', 'fault again'):
    attempt(name, lambda: d.decompress(b'garbage'))
attempt('flush', lambda: d.flush())

c = zlib.compressobj()
attempt('some', lambda: len(c.compress(b'a' * 10)))
attempt('end', lambda: c.flush())
attempt('after', lambda: c.compress(b'b'))
attempt('flush after', lambda: c.flush())
