# pymp: python=2
d = {'one': 1, 'two': 2, 'three': 3}
print sorted(d.keys()), sorted(d.values()), sorted(d.items()), d.has_key('one'), len(d)
print sorted(d.iteritems(), key=lambda kv: kv[1]), list(sorted(d.iterkeys())), sum(d.itervalues())
print {1: 'a', 2: 'b', 3: 'c'}, {3: 'c', 1: 'a'}, dict((n, n * n) for n in range(5))
print {'a': 1}, {'b': 2, 'a': 1}, {'name': 'x', 'age': 3}, {u'k': u'v'}
print set([3, 1, 2]), {5, 6}, set('a'), frozenset([1, 2])
items = d.items()
items.append(('four', 4))
print len(d), len(items), type(d.keys()), d.viewkeys() >= set(['one'])
for key in d.keys():
    if d[key] > 1:
        del d[key]
print d, cmp({1: 2}, {1: 3}), {1: 2} < {1: 3}, {} == {}, d.get('zzz', 'none')
print dict(a=1).update({'b': 2}), dict.fromkeys(range(3)), {}.setdefault('k', []), d.pop('one'), d
squares = {}
for n in xrange(10, 0, -1):
    squares[n] = n * n
print squares
words = 'it was the best of times it was the worst of times'.split()
count = {}
for w in words:
    count[w] = count.get(w, 0) + 1
print count
print count.keys(), {'x': 1, 'y': 2, 'z': 3}.values()
