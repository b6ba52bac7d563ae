# pymp: python=2
"""What Python 2 takes for a size, an index argument or a count: whatever has an __int__, but no float."""
import array
import collections
import itertools
import re
import struct


class Classic:
    def __int__(self):
        return 1


class Text(object):
    def __int__(self):
        return 'x'


class Index(object):
    def __index__(self):
        return 1


CALLS = [
    ('insert', lambda n: [1, 2, 3].insert(n, 0)),
    ('pop', lambda n: [1, 2, 3].pop(n)),
    ('repeat', lambda n: list(itertools.repeat('r', n))),
    ('rotate', lambda n: collections.deque([1]).rotate(n)),
    ('base', lambda n: int('1', n)),
    ('sub', lambda n: re.sub('a', 'b', 'aa', n)),
    ('split', lambda n: re.split('a', 'xaxax', n)),
    ('read', lambda n: open('/dev/null').read(n)),
    ('array insert', lambda n: array.array('i', [1]).insert(n, 1)),
    ('array pop', lambda n: array.array('i', [1, 2]).pop(n)),
    ('array item', lambda n: array.array('h', [n])),
    ('struct', lambda n: struct.pack('<i', n)),
]
for n in [1j, 2.5, 'x', None, Classic(), Text(), Index(), object(), [], True, 2 ** 70]:
    kind = n.__class__.__name__
    for name, call in CALLS:
        if name == 'struct' and kind in ('int', 'long', 'float', 'bool'):
            continue
        try:
            print name, kind, repr(call(n))
        except Exception as e:
            print name, kind, type(e).__name__, e
