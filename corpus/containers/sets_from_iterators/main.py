# pymp: python=2,3
def t(f):
    try: print(f())
    except TypeError as e: print(e)
def it(*items):
    for i in items:
        print('item %r' % (i,))
        yield i
for make in (set, frozenset):
    t(lambda: make([0]).issubset([0, 0, []]))
    t(lambda: make([0]).issubset([[], 0]))
    t(lambda: make([0, 1]).issubset(it(0, 0, 5, 1, 2)))
    t(lambda: make([]).issubset(it(0, [])))
    t(lambda: make([]).issubset([[]]))
    t(lambda: sorted(make([0]).intersection([0, []])))
    t(lambda: sorted(make([0, 1]).intersection(it(1, 0, 7))))
    t(lambda: sorted(make([]).intersection(it(1, 0, 7))))
    t(lambda: sorted(make([0, 1]).intersection(it(1, 2), it(3, 1))))
    t(lambda: make([0]).isdisjoint(it(1, 0, 2)))
    t(lambda: make([0]).issuperset(it(0, 1, 2)))
    t(lambda: make([0]).issubset({0: 1, 2: 2}))
    t(lambda: make([0]).issubset(5))
s = set([0, 1]); s.intersection_update(it(0, 1, 3)); print(s)
