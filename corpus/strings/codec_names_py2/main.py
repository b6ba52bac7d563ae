# pymp: python=2
# -*- coding: utf-8 -*-
"""Names of codecs and of ways with errors that are unicode, as they are under unicode_literals."""

from __future__ import print_function, unicode_literals

import codecs
import io
import os

for name in ('utf-8', 'UTF-16', 'latin-1', 'hex', 'rot13'):
    print(codecs.lookup(name).name)

for name in ('\xe9', 'nope', 3, None):
    try:
        codecs.lookup(name)
    except Exception as error:
        print(type(error).__name__, error)

with codecs.open('written.txt', 'w', 'utf-8') as out:
    out.write('h\xe9llo\n')
for errors in ('ignore', 'replace'):
    with codecs.open('written.txt', 'r', encoding='ascii', errors=errors) as lines:
        print(repr(lines.read()))
os.remove('written.txt')

codecs.register_error('mine', lambda error: ('?!', error.end))
print(codecs.encode('h\xe9', 'ascii', 'mine'), codecs.encode('h\xe9', 'ascii', 'xmlcharrefreplace'))
print(codecs.lookup_error('mine') is not None)
print(repr(codecs.getreader('utf-8')(io.BytesIO(b'\xc3\xa9')).read()))
print(repr(codecs.getincrementaldecoder('utf-8')(errors='ignore').decode(b'\xffa')))
