# pymp: python=2
# -*- coding: utf-8 -*-
"""Python 2's print function: texts of both kinds, files of all kinds, and its errors."""
from __future__ import print_function, unicode_literals

import StringIO
import sys


class Told(object):
    def write(self, piece):
        sys.stdout.write(repr(piece) + b' ')


class Shown(object):
    def __str__(self):
        return b'shown'


def tell(*values, **options):
    print(*values, file=Told(), **options)
    sys.stdout.write(b'\n')


print('a', 'b', end='!\n')
print('a', 'b', sep='-', end='')
print()
print(b'bytes', 'unicode', 1, 2.5, 10 ** 20, None, True, [u'x', b'y'], Shown(), sep=b'-')
print('x', end=None, sep=None)
function = print
function('called', 'so', sep=', ', end='.\n')
tell('a', 1)
tell(b'a', 1)
tell(b'a', 1, sep='+', end=b'.')
tell(b'a', 1, sep=b'+')
tell(b'a', Shown(), end='')
tell()
for options in {b'end': 3}, {b'sep': 3}, {b'foo': 3}, {b'flush': True}, {b'file': 3}:
    try:
        print('x', **options)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
text = StringIO.StringIO()
print('é', 'ü', sep='ß', file=text)
print(repr(text.getvalue()))
try:
    print(b'before', 'é')
except UnicodeEncodeError as error:
    print()
    print(error)
sys.stdout = text
print(1, 2)
sys.stdout = sys.__stdout__
print(repr(text.getvalue()))
print(*map(str, range(5)), sep='')
for i in range(3):
    print(i, end=' ')
print()
