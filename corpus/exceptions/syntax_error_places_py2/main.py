# pymp: python=2 stderr=exact
"""SyntaxErrors with a place in the line and without: what is shown of the line."""
import sys

for details in (('f', 1, None, '    abc'), ('f', 1, -1, '    abc'), ('f', 1, 0, '    abc'), ('f', 1, 2, '    abc'),
                ('f', 1, 6, '    abc\n')):
    try:
        raise SyntaxError('made', details)
    except SyntaxError:
        sys.excepthook(*sys.exc_info())
with open('wrong.py', 'w') as f:
    f.write('class C:\n    return 1\n')
for load in (lambda: __import__('wrong'), lambda: execfile('wrong.py')):
    try:
        load()
    except SyntaxError as e:
        print repr(e.text), e.offset, e.lineno, e
import wrong
