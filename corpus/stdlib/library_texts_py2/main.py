# pymp: python=2
import itertools
import pprint
import textwrap

print list(itertools.imap(None, 'ab', 'cde')), pprint.pformat({'a': range(3)}), textwrap.fill('aaa bbb ccc', 7)

try:
    raise ValueError('x')
except ValueError, error:
    error.message = 'y'
    print error.message, error
