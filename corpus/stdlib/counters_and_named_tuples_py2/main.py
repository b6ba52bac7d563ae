# pymp: python=2
"""Counters are shown by their counts; named tuples with the parameters and messages of Python 2; locale.format."""
from collections import Counter, namedtuple, OrderedDict
c=Counter('abcaba'); print c, repr(c), c.most_common(2)
print Counter({'x':1,'y':5,'z':3})
class D(Counter): pass
print D('aab')
P=namedtuple('P','x y',verbose=False); print P(1,2)
print Counter(a=3) | Counter(b=2), Counter([1,1,2]) , Counter()
print P(1,2)._asdict(), P._fields, P.__module__, P(1,2)._replace(x=5), P._make([3,4]), repr(P), P.__name__
for bad in (("a b","x"),("A","x x"),("A","_x"),("A","def"),("A","1x"),("1A","x")):
    try: namedtuple(*bad)
    except ValueError, e: print e
print namedtuple("A","_x def ok",rename=True)._fields
import locale
print locale.format('%d', 1234567, grouping=True), locale.format('%.2f', 3.14159), locale.format_string('%s %d', ('a', 3)), locale.str(1.5)
