# pymp: python=2
from __future__ import division
import sys

print 7 / 2, 7 // 2
print 'soft', ; sys.stdout.write('space\n')
print 'x\n',
print 'after newline'
print 'a' 'b', ('c'
                'd')
for i in 1, 2, 3: print i,
print
if True: print 'inline'; print 'two'
class Old:
    pass
class New(object): pass
print type(Old), type(Old()), type(New)
print Old.__name__, isinstance(Old(), Old)
try:
    raise Old()
except Old, o:
    print 'old instance', o.__class__.__name__
try:
    assert 1 == 2, 'math holds'
except AssertionError, e:
    print e, e.args, e.message
try:
    int('x')
except ValueError as e:
    print e
def gen():
    try:
        yield 1
        yield 2
    finally:
        print 'closed'
g = gen()
print g.next()
g.close()
print ur'\u0041b' == u'Ab', b'x' == 'x', str(u'x') == 'x'
print "%s %r %d %5.2f %x %o %e %c %%" % ('s', 'r', 3.9, 2.5, 255, 8, 12345.678, 'z')
print '{0} {1!r} {name:>5}'.format('a', u'b', name='n'), '{:,}'.format(1234567)
print max('a', 'b'), min([3, 1]), sum([.1] * 10), .1 + .2, 1e16, 1e15, 1.0, 1 / 3
print round(2.5), round(-2.5), round(2.675, 2), int(3.99), int(-3.99), divmod(-7, 3)


# Items of a display are put in place one by one.
def said(x):
    print 'said', x
    return x


try:
    {said(1): said(2), said(3): said(4), len([]): said(5), (said([]),)[0]: said(6), said(7): said(8)}
except TypeError, e:
    print e
try:
    {{}: 1, said(2): [][0]}
except (TypeError, IndexError), e:
    print e
print {len('ab'): 1, len('a'): 2, 'a' + 'b': 3}
