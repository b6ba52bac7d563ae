# pymp: python=2
"""The message of an exception, assigned and deleted; items and slices of one."""
class E(Exception):
    def __init__(self, m): self.message = m
class F(Exception): pass
e=E('x'); print e.message, e.args
f=F('a'); f.message='b'; print f.message, f.args, str(f), f.__dict__
g=ValueError('q'); g.message='r'; print g.message, vars(g)
del g.message
try: print repr(g.message)
except AttributeError, x: print x
print ValueError(1,2,3)[0:2], ValueError(1,2,3)[1], ValueError(1,2)[-1]
import pickle
print pickle.loads(pickle.dumps(f)).message
h = ValueError('a', 'b'); print repr(h.message)
h = ValueError(); print repr(h.message)
l=[]; l.append(l); print l
import sys
def caught():
    try: 1 / 0
    except ZeroDivisionError, e: print sys.exc_type, sys.exc_value is e, sys.exc_traceback.tb_lineno
caught()
try: {}['a']
except: print 'Unexpected:', sys.exc_type, sys.exc_value
