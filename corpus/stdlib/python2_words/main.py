# pymp: python=2
# -*- coding: utf-8 -*-
"""Codecs between bytes, and what collections says of arguments that do not fit."""
import binascii
import collections

def t(f, *a):
    try: print repr(f(*a))
    except BaseException as e: print type(e).__module__, type(e).__name__, str(e)
for n in ('hex', 'base64', 'zlib', 'uu', 'quopri', 'bz2', 'rot13', 'string_escape'):
    for v in ('', 'abc', 'a' * 100, '\xe9 \t=\n', ' x \n', 'YWJj', 'YWJ', '6162', '!!', 'begin 666 x', '=E9=\nab', 'a.\n.b', 'x' * 70 + ' ' + 'y' * 20):
        t(lambda: v.encode(n)); t(lambda: v.decode(n)); t(lambda: v.encode(n).decode(n) == v)
t(lambda: u'abc'.encode('bz2').decode('bz2')); t(lambda: u'\xe9'.encode('zlib'))
for text in (u'abc', u'Gr\xfc\xdfe', u'a\u20acb', u'\U0001f600x'):
    for errors in ('strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace'):
        try: print repr(text.encode('rot13', errors))
        except UnicodeEncodeError as e: print e, e.encoding, repr(e.object), e.start, e.end, e.reason
print (12345678901234567890).bit_length(), (2 ** 70).real, (-2 ** 70).conjugate()
N = collections.namedtuple('N', 'a b')
t(lambda: N(1)); t(lambda: N(1, 2, 3)); t(lambda: N(1, 2, c=3)); t(lambda: N(1, 2)._replace(z=3)); t(lambda: N._make([1])); t(lambda: N(1, 2)._replace(a=5)); t(lambda: N(a=1, b=2, c=2)); t(N)
q = collections.deque([1, 2])
t(q.remove, 7); t(lambda: q + q); t(lambda: q * 2); t(lambda: 2 * q); t(lambda: q.copy()); t(lambda: q.index(1)); t(lambda: q.insert(0, 1))
print [n for n in dir(collections.deque) if n[0] != '_']
q += [3]
print q
o = collections.OrderedDict()
for bad in (1, [1], [(1, 2, 3)], [(1,)], ['ab'], ['abc'], [[]], None, [None], 'ab', [([], 1)]):
    t(collections.OrderedDict, bad); t(o.update, bad)
t(collections.OrderedDict, 1, 2); t(o.update, 1, 2); t(lambda: o.move_to_end('ab'))
f = lambda x: x
f.__name__ = 'f'
print hasattr(o, 'move_to_end'), o

for s in ('a', 'ab', 'abc', 'abcd', 'abcde', 'ab=', 'ab==', 'a=', 'a===', '=', 'ab=c', 'ab==cd', '====', 'abc=d', 'a\nb', 'abcde===', 'ab=cd', 'abcdefghi'):
    try: print repr(s), repr(binascii.a2b_base64(s))
    except Exception as e: print repr(s), type(e).__name__, e
t(lambda: f())
