# pymp: python=2
# Who asks an object how long it is, and what __len__ may say
def t(n, f):
    try: print n, f()
    except Exception as e: print n, type(e).__name__, e
for L in (-1, 2**70, 'x', 1.5, KeyError, True, 3L, None):
    class A(object):
        def __getitem__(self, i):
            if i > 2: raise IndexError(i)
            return 'abc'[i]
        def __len__(self):
            if L is KeyError: raise KeyError(5)
            return L
    a = A()
    print '#', L
    t('join', lambda: ''.join(a)); t('ujoin', lambda: u''.join(a)); t('list', lambda: list(a)); t('tuple', lambda: tuple(a)); t('map', lambda: map(str, a)); t('len', lambda: len(a)); t('bool', lambda: bool(a)); t('set', lambda: len(set(a))); t('dict', lambda: dict(a)); t('sorted', lambda: sorted(a)); t('zip', lambda: zip(a, a)); t('filter', lambda: filter(None, a)); t('sum', lambda: max(a)); t('extend', lambda: [].extend(a)); t('enumerate', lambda: list(enumerate(a))); t('[:]', lambda: a[0]); t('in', lambda: 'a' in a); t('f(*a)', lambda: (lambda *x: x)(*a)); t('rev', lambda: list(reversed(a))); t('iter', lambda: [x for x in a]); t('reduce', lambda: reduce(lambda x, y: x + y, a)); t('unpack', lambda: [(x, y, z) for x, y, z in [a]]); t('+=', lambda: [].__iadd__(a)); t('%', lambda: '%s' * 0 % ()); t('range', lambda: a[-1])
