# pymp: python=2,3
"""The fields of the SyntaxErrors of compile(): which line of which text they show, and where a text of one line ends early."""
from __future__ import print_function

import os
import tempfile

place, path = tempfile.mkstemp()
os.write(place, b'first line of the file\nsecond\n')
os.close(place)
BOTH = ['return', 'break', 'x = 1\nreturn 5', 'def f(a, a): pass', 'x = = 1', 'yield', 'x = 1\nfrom __future__ import division']
BOTH += ['from __future__ import zzz', 'class A:\n  return 1', 'continue', '"a\nreturn', '(yield)']
LINES = ['1 2', 'a b', 'x =', '1 +', '(1', 'f(', 'lambda', 'a.', 'f(a b)', 'x==', '', '1 +\n', '\n1 +', '[1, 2', 'not']


def show(source, filename, mode):
    try:
        compile(source, filename, mode)
    except SyntaxError as e:
        print(mode, repr(source), e.msg, e.lineno, e.offset, repr(e.text))


for filename in ('<string>', path, '/nowhere/at/all'):
    print(os.path.basename(filename) if filename != path else 'file')
    for source in BOTH:
        show(source, filename, 'exec')
for source in LINES:
    for mode in ('eval', 'single') if source else ('eval',):
        show(source, '<string>', mode)
for source in ('1 +', '(2', '3 4'):
    try:
        eval(source)
    except SyntaxError as e:
        print(e)
os.remove(path)
