# pymp: python=2
"""pprint as Python 2 has it: sets by their names, lines only for what does not fit, no breaks within texts."""
import pprint

pprint.pprint(set([3,1,2]))
pprint.pprint(frozenset(['a']))
pprint.pprint(set())
pprint.pprint([set(range(30))])
pprint.pprint({'a': set(range(40)), u'b': (1,), 3L: frozenset([u'x', 'y'])})
pprint.pprint([range(30), {'first': 1, 'second': 2, 'third': 3}], indent=4)
pprint.pprint({'first': range(20), 'second': ['x'*30, 'y'*40, u'z'*10]}, indent=2)
print pprint.pformat(set([frozenset([1,2]), frozenset()])), pprint.saferepr(set([1])), pprint.isreadable(set())
pprint.pprint('a b '*40)
pprint.pprint({'k': 'word '*30})
pprint.pprint((1,)*40)
pprint.pprint([u'\xe9', '\xe9', 5L, 1.5, None, True])
from collections import OrderedDict, defaultdict, deque, Counter, namedtuple
pprint.pprint(OrderedDict([('a',1),('b',range(30))]))
pprint.pprint(defaultdict(int, a=1))
pprint.pprint(deque([1,2]))
pprint.pprint(Counter('aab'))
pprint.pprint(defaultdict(list, dict((i, 'x'*10) for i in range(10))))
pprint.pprint(deque(['x'*30]*4))
pprint.pprint(Counter('abcdefghijklmnopqrstuvwxyz'))
P=namedtuple('P','x y')
pprint.pprint([P(1,2)]*8)
class C(dict): pass
pprint.pprint(C((i, 'x'*10) for i in range(10)))
class L(list):
    def __repr__(self): return 'L!'*50
pprint.pprint(L([1]))
pprint.pprint([1,'a',{}], width=5)
class O: pass
pprint.pprint({O:1, 'a':2, 3:4, None:5, (1,2):6, 2.5:7}.keys()[0] is not None)
pprint.pprint({'a':2, 3:4, None:5, (1,2):6, 2.5:7, u'b': 8, True: 9})
pprint.pprint(bytearray('abc'*30))
pprint.pprint(xrange(5)); l=[1]; l.append(l)
pprint.pprint(len(pprint.pformat(l))>0)
pprint.pprint({'a':{'b':{'c':{}}}}, depth=2)
