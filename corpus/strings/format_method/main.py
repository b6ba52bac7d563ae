# pymp: python=2,3
"""str.format and the format mini-language."""
from __future__ import print_function

print('{} {} {}'.format(1, 'b', [3]), '{1} {0} {1}'.format('a', 'b'), '{x}{y}'.format(x=1, y=2))
print('{:>8}|{:<8}|{:^8}|{:*^9}|'.format('r', 'l', 'c', 'mid'))
print('{:d} {:5d} {:05d} {:+d} {:,} {:x} {:#b} {:c}'.format(5, 5, 5, 5, 1234567, 255, 5, 97))
print('{:.3f} {:8.2f}| {:e} {:g} {:%} {:.0f} {:+.1f}'.format(3.14159, 2.5, 12345.678, 0.5, 0.25, 2.5, 1.0))
print('{0[1]} {1[key]} {2.real} {0[0]!r:>5}'.format(['a', 'b'], {'key': 'v'}, 5))
print('{{literal}} {!s:>4} {!r}'.format('s', 'r'), '{:{}}|'.format('w', 5), '{0:{width}.{precision}f}|'.format(2.71828, width=8, precision=2))
print(format(255, '#o'), format(1.5, '6'), format(True, 'd'), format('abc', '.2'), format(-5, '=+6d'), format(1e300 * 10, 'f'))
for template, arguments in (('{} {}', (1,)), ('{name}', ()), ('{0.missing}', (5,)), ('{:d}', ('x',)), ('{', ()), ('{:q}', (5,))):
    try:
        print(template.format(*arguments))
    except (IndexError, KeyError, AttributeError, ValueError) as error:
        print(type(error).__name__)
