# Which of its own methods a subclass of OrderedDict is asked for

from collections import OrderedDict
class OD(OrderedDict):
    def __setitem__(self, k, v):
        print('set', k); super().__setitem__(k, v)
    def __delitem__(self, k):
        print('del', k); super().__delitem__(k)
    def __getitem__(self, k):
        print('get', k); return super().__getitem__(k)
    def __iter__(self):
        print('iter'); return super().__iter__()
    def keys(self):
        print('keys'); return super().keys()
    def __contains__(self, k):
        print('contains', k); return super().__contains__(k)
    def __len__(self): print('len'); return super().__len__()
class P(OrderedDict):
    def __getitem__(self, k):
        print('get', k); return super().__getitem__(k)
    def __missing__(self, k): return 'miss'
for C in OD, P:
    o = C([(1,2),(3,4)])
    def t(what):
        print('##', what)
        try: print(eval(what))
        except Exception as e: print(type(e), e)
    for w in ['str(o)', 'list(o.items())', 'list(o.values())', 'dict(o)', 'o == OrderedDict(o)', 'o == {1:2,3:4}', 'o.setdefault(1, 5)', 'o.setdefault(8, 5)', 'o.pop(8)', 'o.pop(8)', 'o.pop(8, 0)', 'o.popitem()', 'list(reversed(o.items()))', 'list(o)', '[x for x in o.items()]', 'o.get(1)', 'o.copy().__class__', 'dict(**o)', '{**o}', '(1,2) in o.items()', 'o.items() == {(1,2)}', 'sorted(o.items())', 'o.items() & {(1, 2)}', 'o.update(o)', 'o.clear()', 'bool(o)', 'o.setdefault(4)', 'o.__reduce__()[0]', 'list(map(str,o.values()))', 'max(o.items())', 'o.move_to_end(4)', 'repr(o.items())', 'repr(o.values())','C.fromkeys("ab")', 'str(OD({1: OD()}))', 'len(o)', 'o.pop(4)', 'o.pop(77, None)']: t(w)
class L(OrderedDict):
    def __init__(self, maxsize=2, *args, **kwds):
        self.maxsize = maxsize
        super().__init__(*args, **kwds)
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.maxsize:
            oldest = next(iter(self))
            del self[oldest]
l = L()
for i in range(5): l[i] = i
print(l['x'] if 'x' in l else 'no', dict(l), list(l))
try: print(l)
except Exception as e: print(type(e), e)
try: print(list(l.items()))
except Exception as e: print(type(e), e)
try: print(list(l.values()))
except Exception as e: print(type(e), e)
