"""Counter, defaultdict, deque, OrderedDict, namedtuple, ChainMap."""
from collections import ChainMap, Counter, OrderedDict, UserDict, abc, defaultdict, deque, namedtuple

c = Counter('mississippi')
print(c, c.most_common(2), c['z'], sorted(c.elements()), c.total())
c.update('ppp')
c.subtract('ss')
print(c, c + Counter(a=1), c - Counter(p=4), c & Counter('pi'), Counter(a=-1) | Counter(b=2), Counter(['x', 'y', 'x']) == {'x': 2, 'y': 1})
groups = defaultdict(list)
for word in ('apple', 'avocado', 'bean'):
    groups[word[0]].append(word)
print(groups, dict(groups), groups['new'], len(groups), groups.get('q'))
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.appendleft(0)
d.extend([8, 9])
d.rotate(1)
print(d, d.pop(), d.popleft(), d[0], list(reversed(d)), d.maxlen, 8 in d)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
print(o, o.popitem(last=False), list(o), o == {'a': 1, 'c': 3}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
P = namedtuple('P', 'x y z', defaults=[0])
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(z=9), P._fields, P._make([7, 8, 9]), p == (1, 2, 0))
try:
    p.x = 5
except AttributeError as error:
    print(error)
try:
    P(1)
except TypeError as error:
    print(error)
chain = ChainMap({'a': 1}, {'a': 2, 'b': 3})
chain['c'] = 4
print(chain['a'], chain['b'], chain.maps, dict(chain), isinstance([], abc.Sequence), isinstance({}, abc.Mapping), isinstance(5, abc.Hashable))
for action in (lambda: deque().pop(), lambda: deque([1]).remove(2), lambda: deque(maxlen=-1), lambda: defaultdict(5), lambda: namedtuple('B', 'class')):
    try:
        action()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
