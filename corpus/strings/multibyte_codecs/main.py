# -*- coding: utf-8 -*-
# pymp: python=2,3
"""Encodings with several bytes a character, by the module codecs: readers, writers and coders that get bytes in parts."""
from __future__ import print_function

import codecs
import io

TEXT = u'a\u4e2d\u6587\n\u65e5b\n'

for name in ('gbk', 'GB2312', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc_kr', 'cp949', 'cp936'):
    info = codecs.lookup(name)
    data, count = info.encode(TEXT.replace(u'\u6587', u''))
    print(info.name, count, len(data), info.decode(data)[0] == TEXT.replace(u'\u6587', u''))

data = TEXT.encode('gbk')
decoder = codecs.getincrementaldecoder('gbk')('replace')
print([decoder.decode(data[i : i + 1]) == u'' for i in range(len(data))], decoder.getstate()[0] == b'')
print(repr(decoder.decode(b'\xd6')).strip('u'), [ord(c) for c in decoder.decode(b'\xd0')])
print(len(codecs.getincrementalencoder('big5')().encode(u'\u4e2d')))

with codecs.open('g.txt', 'w', 'gbk') as f:
    f.write(TEXT)
    f.writelines([u'\u4e2d', u'c'])
with io.open('g.txt', 'rb') as f:
    print(len(f.read()))
with codecs.open('g.txt', encoding='gbk') as f:
    print([len(line) for line in f])
with codecs.open('g.txt', encoding='gbk') as f:
    print(len(f.readline()), len(f.read(1)), len(f.read()), f.read() == u'')
print([len(line) for line in codecs.getreader('gbk')(io.BytesIO(data)).readlines()])
writer = codecs.getwriter('gbk')(io.BytesIO())
writer.write(u'\u4e2d')
print(len(writer.getvalue()))
for call in (
    lambda: codecs.lookup('gbk').encode(u'\xff'),
    lambda: codecs.lookup('gbk').decode(b'\xff'),
    lambda: codecs.open('g.txt', encoding='nonsense'),
):
    try:
        print(call())
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
