# pymp: python=2
from UserDict import UserDict, IterableUserDict, DictMixin
from UserList import UserList
from UserString import UserString, MutableString
import collections, copy, warnings
warnings.simplefilter('ignore')
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
d = UserDict({'a': 1}, b=2); print d, len(d), 'a' in d, d.has_key('z'), d.get('z', 9), d == {'a': 1, 'b': 2}, cmp(d, UserDict(a=1)), sorted(d.keys()), sorted(d.items())
t(d.__getitem__, 'z'); t(d.pop, 'z'); t(d.pop, 'z', 5); t(d.setdefault, 'c', 3); t(UserDict, 1, 2); t(UserDict, dict={'q': 1}); t(UserDict, [('x', 1)]); t(UserDict.fromkeys, 'ab', 0)
class M(UserDict):
    def __missing__(self, key): return key * 2
    def __setitem__(self, key, item): print 'set', key; UserDict.__setitem__(self, key, item)
m = M({'p': 1}, q=2); print m['zz'], sorted(m.items()); m.update(r=3); m.update(M(s=4)); m.update([('t', 5)]); c = m.copy(); print type(c), c == m, c.data is m.data
t(list, d); print sorted(IterableUserDict(d)), isinstance(IterableUserDict(), collections.MutableMapping); d.clear(); t(d.popitem)
class X(DictMixin):
    def __init__(self): self.names, self.vals = [], []
    def keys(self): return list(self.names)
    def __getitem__(self, k):
        if k not in self.names: raise KeyError(k)
        return self.vals[self.names.index(k)]
    def __setitem__(self, k, v):
        if k in self.names: self.vals[self.names.index(k)] = v
        else: self.names.append(k); self.vals.append(v)
    def __delitem__(self, k): i = self.names.index(k); del self.names[i], self.vals[i]
x = X(); x.update({'a': 1}, b=2); x.update([('c', 3)]); print x, len(x), list(x), x.items(), x.values(), list(x.itervalues()), list(x.iteritems()), list(x.iterkeys()), 'a' in x, x.has_key('q'), x.get('q'), x.get('q', 1), x.setdefault('q', 7), x.setdefault('a', 7), x.pop('q'), x.pop('q', None), x == {'a': 1, 'b': 2, 'c': 3}, cmp(x, None), x == x
t(x.pop, 'q'); t(x.pop, 'q', 1, 2); t(x.popitem); x.clear(); t(x.popitem); print bool(x)
l = UserList([3, 1, 2]); print l, l + [4], [0] + l, l + UserList((5,)), l * 2, 2 * l, l[1], l[1:], l[-2:], l[::2], l == [3, 1, 2], l < UserList([4]), cmp(l, [3]), 3 in l, l.index(2), l.count(1), type(l[:1]), sorted(l)
l.append(9); l.insert(0, 8); l.extend(UserList([7])); l.extend('ab'); l.remove(9); print l, l.pop(), l.pop(0); l.reverse(); print l; l[1:2] = [5, 6]; l[0:0] = UserList('z'); del l[-1:]; del l[0]; l[0] = 'first'; print l; l += (1,); l *= 2; print l, UserList(l) == l, UserList('ab'), UserList(UserList([1])); t(hash, l); t(l.index, 'none'); t(lambda: l[99]); t(lambda: UserList([1]) + 5); l.sort(key=str, reverse=True); print l, copy.copy(l) == l
s = UserString('hello'); print s, repr(s), s + ' x', 'x ' + s, s * 2, s[1], s[1:3], s[::-1], len(s), s.upper(), type(s.upper()), s.split('l'), s.replace('l', 'L'), s == 'hello', s < UserString('z'), hash(s) == hash('hello'), 'ell' in s, s.find('l'), s.center(9, '*'), s.startswith('he'), UserString('%s-%d') % ('a', 5), int(UserString('12')), float(UserString('1.5')), UserString(5) + 6, s.join(['a', 'b']), s.encode('hex'), s.title().swapcase(), s.partition('l'), s.zfill(8)
t(s.index, 'q'); t(lambda: s[9]); t(s.split, None, 1)
q = MutableString('abcdef'); q[0] = 'X'; q[-1] = 'Y'; q[1:3] = 'longer'; del q[0]; del q[0:2]; print q; q += 'tail'; q *= 2; q.insert(2, '|'); print q, repr(q.immutable()); q[::-1] = 'rev'; print q; del q[::-1]; print repr(q); t(hash, q); t(q.__setitem__, 99, 'x'); t(q.__delitem__, 99); q = MutableString('abcdef'); t(q.__setitem__, slice(0, 5, 2), 'x'); t(q.__delitem__, slice(0, 5, 2)); print q; q.reverse() if 0 else None; print q.pop(), q, isinstance(q, collections.MutableSequence)
