# pymp: python=2
# raise with what is no exception
def t(x):
    try: raise x
    except Exception as e: print type(e), e
class A(object): pass
class M(type): pass
class B(object):
    __metaclass__ = M
class O: pass
try: raise A
except TypeError as e: print e
try: raise A, 1
except TypeError as e: print e
try: raise A(), 1
except TypeError as e: print e
g = (x for x in [1])
try: g.throw(A)
except TypeError as e: print e
try: g.throw(A())
except TypeError as e: print e
# what nobody caught of an old-style class, wherever it is shown
import StringIO
import sys
import threading
import traceback


class Text:
    def __init__(self, text): self.text = text
    def __str__(self): return self.text


def shown(f):
    sys.stderr, before = StringIO.StringIO(), sys.stderr
    try: f()
    finally: sys.stderr, out = before, sys.stderr
    lines = out.getvalue().splitlines()
    return [line.split(' (')[0] for line in lines if not line.startswith(' ')]


def fails(): raise Text('fails')


def in_a_thread():
    thread = threading.Thread(target=fails, name='one')
    thread.start()
    thread.join()


def by_the_hook():
    try: fails()
    except Text: sys.excepthook(*sys.exc_info())


def by_the_module():
    try: fails()
    except Text: traceback.print_exc()


for f in in_a_thread, by_the_hook, by_the_module: print shown(f)
