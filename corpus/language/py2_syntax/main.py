#!/usr/bin/env python
# -*- coding: utf-8 -*-
# pymp: python=2
# What only Python 2 accepts.
import sys

print 'a', 'b',
print 'same line'
print
print ('one', 'tuple')
print >>sys.stdout, 'to a file:', 5
print 'no newline %d%%' % 50,
print '\ttab keeps no space'
print 0777, 0xFF, 10L, 2 ** 70, 5 / 2, -5 / 2, 5 / 2.0, 5 // 2
print `[1, 'x']`, 1 <> 2, 'a' < 1, None < 0
exec 'made = 1 + 2'
print made
exec 'made += 1' in globals()
print made

try:
    raise ValueError, 'old style'
except ValueError, error:
    print 'caught', error, repr(error)

try:
    {}['missing']
except (KeyError, IndexError), (key,):
    print 'key', key


def distance((x1, y1), (x2, y2)):
    return abs(x1 - x2) + abs(y1 - y2)


print distance((1, 2), (4, 6))
print map(lambda (k, v): k * v, [(2, 3), (4, 5)])
d = {'k': 1}
print d.has_key('k'), d.keys(), d.items(), type(d.iteritems()).__name__
print range(3), type(xrange(3)), zip('ab', [1, 2]), filter(None, [0, 1, 2]), map(None, [1, 2], [3])
print reduce(lambda a, b: a + b, range(5)), apply(max, (1, 3, 2)), cmp(1, 2), cmp('b', 'a')
print unicode('x'), ur'raw', u'\u4e2d'.encode('utf-8'), repr(u'\u4e2d'), long(5), repr(long(5)), type(2 ** 64)
print isinstance('x', basestring), callable(len), coerce(1, 2.0), ord('a'), unichr(97)
print sorted([3, 'a', None, 2.5, (1,), [1], u'b']), max([1, 'z'])
print 'ok' if not raw_input.__name__ == 'input' else 'no', intern('x') is 'x'
