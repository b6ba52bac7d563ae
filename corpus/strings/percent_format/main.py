# pymp: python=2,3
"""The % operator."""
from __future__ import print_function

print('%s and %r' % ('text', 'text'))
print('%d %i %5d|%-5d|%05d %+d % d' % (42, 42, 42, 42, 42, 42, 42))
print('%x %X %#x %o %c %c' % (255, 255, 255, 8, 'A', 66))
print('%f %.2f %8.3f|%-8.1f|%08.2f %e %.3E %g %g %g' % (3.14159, 3.14159, 3.14159, 3.14159, -3.14159, 31415.9, 31415.9, 0.0001, 1e-5, 1e6))
print('%s %s %s %s' % (None, True, [1, 'a'], {'k': 1.5}))
print('%(name)s is %(age)03d, %(name)r' % {'name': 'Bo', 'age': 7})
print('%5s|%-5s|%.2s|%5.1s|' % ('ab', 'ab', 'abcdef', 'xyz'))
print('100%%', '%d%%' % 50, '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159))
print('%s' % (('tuple', 1),), '%s' % [1], '%d' % 3.99, '%s' % 1e20, '%d' % 10 ** 20)
for template, value in (
    ('%d', 'x'), ('%d %d', (1,)), ('%d', (1, 2)), ('%(k)s', {}), ('%q', 1), ('%s %s', 'a'), ('no', 5), ('%c', 'ab'), ('%', 1),
):
    try:
        print(template % value)
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, str(error).split(':')[0])
