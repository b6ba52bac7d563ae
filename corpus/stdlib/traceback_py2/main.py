# pymp: python=2
"""The traceback module, and what logging and threads print of an exception."""
import traceback, sys
class MyErr(Exception): pass
class Old:
    def __str__(self): return 'an old one'
    __repr__ = __str__
def f(x):
    g(x,
      1)
def g(x, y):
    if x == 1: raise MyErr('mine', 2)
    if x == 2: raise Old()
    if x == 3: int('z')
    if x == 4: exec 'a b'
    if x == 5: raise KeyError
    if x == 6: raise ValueError(u'\xe9')
    if x == 7: {}['k']
for i in range(1, 8):
    try:
        f(i)
    except:
        print traceback.format_exc()
        traceback.print_exc(file=sys.stdout)
        print traceback.format_exception_only(*sys.exc_info()[:2])
        print [e[1:3] for e in traceback.extract_tb(sys.exc_info()[2])]
def s():
    traceback.print_stack(file=sys.stdout)
    print traceback.extract_stack()[-1][1:]
s()
try: f(3)
except Exception: traceback.print_exc()
import logging
logging.basicConfig(format='%(levelname)s %(message)s')
try: f(1)
except Exception: logging.exception('oops')
