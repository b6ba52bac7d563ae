# pymp: python=2 mask=address
# Locals that are no dict: whatever has __getitem__, old-style classes too. What dates and durations are compared with.
import operator, datetime
class A: pass
a = A(); a.name = 1
try: print operator.attrgetter(u'name')(a)
except Exception as e: print type(e), e
class M:
    def __getitem__(self, key):
        if key == 'a': return 12
        raise KeyError
    def keys(self): return list('xyz')
m = M(); g = {}
print eval('a', g, m), eval('dir()', g, m) if 1 else 0
try: eval('b', g, m)
except NameError as e: print e
class D(dict):
    def __getitem__(self, key):
        if key == 'a': return 12
        return dict.__getitem__(self, key)
print eval('a', g, D())
exec 'print a' in g, m
class SpreadSheet:
    _cells = {}
    def __setitem__(self, key, formula): self._cells[key] = formula
    def __getitem__(self, key): return eval(self._cells[key], globals(), self)
ss = SpreadSheet()
ss['a1'] = '5'; ss['a2'] = 'a1*6'; ss['a3'] = 'a2*7'
print ss['a3']
d = datetime.date(2000,1,2); t = datetime.datetime(2000,1,2); td = datetime.timedelta(1); tm = datetime.time(1)
for x in (d, t, td, tm):
    for y in (1, 'x', None, d, t, td, tm, [], A()):
        for op in (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne, cmp):
            for p, q in ((x,y),(y,x)):
                try: print repr(p)[:14], op.__name__, repr(q)[:14], op(p, q) if not (op is cmp and (y.__class__ in (int,str,list,A) or y is None)) else ''
                except TypeError as e: print repr(p)[:14], op.__name__, repr(q)[:14], e
print d == t, t == d, d in [1, d], [1, d].index(d), sorted([td, datetime.timedelta(0)]), max(d, datetime.date(2001,1,1))
try: sorted([d, 1])
except TypeError as e: print e
