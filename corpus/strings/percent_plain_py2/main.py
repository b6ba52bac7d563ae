# pymp: python=2
# -*- coding: utf-8 -*-
"""The % operator of str with arguments that leave it one, and with those that do not."""
class A(object):
    def __str__(self): return 'A!'
    def __repr__(self): return 'rA'
class U(object):
    def __str__(self): return u'\xe9'
cases = [('%s-%d', ('a', 3)), ('%s', 5), ('%r %s', ('x', 'y')), ('%5s|%-5s|', ('ab', 'cd')), ('%05d %x %X', (42, 255, -255)), ('%.2f %e %g', (1.5, 2.5, 1e20)), ('%d', 2.7), ('%d', True), ('%s', True), ('%s', None), ('%s', 10L), ('%r', 10L), ('%x', 10L), ('%s %s', (A(), u'\u20ac')), ('%s', u'abc'), ('%s', U()), ('%f', 1e60), ('%g', float('nan')), ('%s', 1.1), ('%r', 1.1), ('%s', 1e22), ('%d%%', 5), ('%s', ('a',)), ('%s', [1, 'b']), ('%(a)s', {'a': 1}), ('%*d', (5, 3)), ('%.1s', 'abc'), ('%c%c', ('a', 66)), ('caf\xc3\xa9 %s', 'x'), ('caf\xc3\xa9 %10s|', '\xc3\xa9'), ('%i %u', (3, 4)), ('%s %s', ('a', u'b')), ('%d', 'a'), ('%d', None), ('%s', ()), ('%s %s', 'a'), ('x', 1), ('x', {}), ('%s', {}), ('%f', 3), ('%.3d', 7), ('%5.1f|', 2.25), ('%s', -0.0), ('%d', -5), ('%03d', -5), ('%x', -1), ('%o', 8), ('%#x', 255)]
for t, v in cases:
    try:
        print repr(t % v),
    except Exception as e:
        print type(e).__name__, e,
    print

# A whole number that lies just between two keeps its zeros where it is rounded down.
print '%g %g %.3g %g' % (1231805.0, 2395305.0, 20050.0, 1231815.0)
