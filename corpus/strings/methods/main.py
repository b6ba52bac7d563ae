# pymp: python=2,3
"""The methods of str that both Pythons share."""
from __future__ import print_function

text = '  The Quick, brown fox  '
print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()))
print('xxabcxx'.strip('x'), 'abc'.upper(), 'ABC'.lower(), 'hello world'.title(), 'hello'.capitalize(), 'aBc'.swapcase())
print('a,b,,c'.split(','), ' a  b '.split(), 'a-b-c'.split('-', 1), 'a-b-c'.rsplit('-', 1), 'one\ntwo\r\nthree'.splitlines())
print('-'.join(['x', 'y', 'z']), ''.join('abc'), ', '.join(str(n) for n in range(3)))
print('banana'.count('an'), 'banana'.find('n'), 'banana'.rfind('n'), 'banana'.find('z'), 'banana'.index('b'))
print('banana'.replace('a', 'o'), 'banana'.replace('a', 'o', 2), 'banana'.startswith(('x', 'ba')), 'banana'.endswith('na', 0, 4))
print('k=v=w'.partition('='), 'k=v=w'.rpartition('='), 'none'.partition('='))
print('7'.zfill(3), '-7'.zfill(4), 'c'.center(7, '*'), 'l'.ljust(4, '.') + '|', 'r'.rjust(4) + '|')
print('abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'A'.isupper(), 'Ab Cd'.istitle(), ''.isalpha())
print('a\tb'.expandtabs(4), 'abc' * 2, 'b' in 'abc', 'abc' < 'abd', 'Z' < 'a')
print('abcdef'[1:4], 'abcdef'[-3:], 'abcdef'[::-1], 'abcdef'[::2], 'abcdef'[10:], 'abc'[-1])
print([c for c in 'abc'], list(enumerate('ab')), max('hello'), sorted('hello'), len('hello'))
for action in (lambda: 'abc'.index('z'), lambda: 'abc'[5], lambda: 'a'.join([1]), lambda: 'a'.split('')):
    try:
        print(action())
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
