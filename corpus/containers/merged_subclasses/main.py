# pymp: python=2,3
class Kept(dict):
    def keys(self): return ['only']
    def __getitem__(self, key): return 'kept'
class It(dict):
    def __iter__(self): return iter(['it'])
    def __getitem__(self, key): return 'kept'
class Both(dict):
    def __iter__(self): return iter(['it'])
    def keys(self): return ['only']
    def __getitem__(self, key): return 'kept'
def f(**k): return k
for c in (Kept, It, Both):
    o = c(x=1)
    d = {}
    d.update(o)
    r = [d, f(**o), dict(o)]
    try: r.append(eval('{**o}'))
    except SyntaxError: pass
    e = {}
    try:
        e |= o; r.append(e); r.append({} | o)
    except TypeError: pass
    print(c.__name__, r)


def taken(a, b=0, *rest, **named):
    return a, b, rest, sorted(named.items())


class Slow(object):
    def __init__(self, items):
        self.items = items

    def keys(self):
        self.items.append('added')
        return ['q']

    def __getitem__(self, key):
        return key


for _ in range(300):
    given = [1]
    shown = [taken(*given, **{'c': 3}), taken(*(1, 2, 3), **{}), taken(*given, b=5, **{'z': 1}), taken(*given, **Slow(given)),
             taken(*given, **Kept(x=1)), taken(**{'a': 1})]
print(shown)
for mapping in (5, None, {'a': 1}, {'b': 1, 1: 2}, Slow([]), [('a', 1)]):
    try:
        print(taken(*[1], **mapping))
    except TypeError as e:
        print(str(e).replace('__main__.', ''))
