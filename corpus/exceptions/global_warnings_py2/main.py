# pymp: python=2 stderr=exact
"""Names that are declared global after they were used: a warning each, when the text is compiled."""
import warnings

count = 0
global count


def assigned():
    x = 1
    global x


def used():
    print count
    global count


def both():
    y = y
    global y, z
    z = 2


class Inner(object):
    a = 1
    global a

    def _hidden(self):
        for b in self:
            pass
        global b


def once():
    global q
    q = 1


exec 'def f():\n  x = 1\n  global x\n'
used()
warnings.simplefilter('error')
for text in ('def f():\n  x = 1\n  global x\n', 'print c\nglobal c', 'global c'):
    try:
        compile(text, 'text', 'exec')
        print 'compiled'
    except SyntaxError as e:
        print e, e.lineno, e.offset, e.text
