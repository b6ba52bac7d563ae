"""Operators of classes: hot first, then with operands of every kind, and changed under way."""
import sys
class V:
    def __init__(self, x, y): self.x = x; self.y = y
    def __add__(self, o):
        if isinstance(o, V): return V(self.x + o.x, self.y + o.y)
        return NotImplemented
    def __sub__(self, o): return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        if isinstance(k, (int, float)): return V(self.x * k, self.y * k)
        if k is None: return 'none'
        return NotImplemented
    def __rmul__(self, k): return ('rmul', k)
    def __truediv__(self, k): return V(self.x / k, self.y / k)
    def __repr__(self): return 'V(%r, %r)' % (self.x, self.y)
class W(V):
    def __radd__(self, o): return ('W.radd', o)
    def __add__(self, o): return ('W.add', o)
class In(V):
    def __iadd__(self, o):
        self.x += 100
        return self
class R:
    def __radd__(self, o): return ('R.radd', o)
    def __rsub__(self, o): return NotImplemented
    def __rmul__(self, o): return ('R.rmul', o)
class L(list):
    def __add__(self, o): return ('L.add', o)
class O(list): pass
def ops(a, b):
    r = []
    for f in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b):
        try: r.append(f())
        except (TypeError, AttributeError) as e: r.append(str(e))
    return r
def aug(a, b):
    r = []
    x = a
    try:
        x += b
        r.append(x)
    except (TypeError, AttributeError) as e: r.append(str(e))
    x = a
    try:
        x *= b
        r.append(x)
    except (TypeError, AttributeError) as e: r.append(str(e))
    x = a
    try:
        x /= b
        r.append(x)
    except (TypeError, AttributeError, ZeroDivisionError) as e: r.append(str(e))
    return r
def lerp(a, b, t):
    return a * (1.0 - t) + b * t - a / 2.0
for i in range(2000):
    lerp(V(1.0, 2.0), V(3, 4), i / 2000)
    ops(V(1, 2), V(3, 4))
    aug(V(1, 2), 3)
print(lerp(V(1.0, 2.0), V(3, 4), 0.25), lerp(1.0, 2, 0.25))
values = [V(1, 2), W(3, 4), In(5, 6), R(), O([2]), 3, 2.5, None, 'ab', [1], (1,), True, 10 ** 20, V]
for a in values[:4]:
    for b in values:
        print(type(a).__name__, getattr(type(b), '__name__', b), *[repr(x).split(' object at')[0] for x in ops(a, b) + aug(a, b)])
m = O([1, 2])
m.extend(m)
m += m
print(m, L([1]) + [2], L([1]) + V(1, 2))
print(ops(3, V(1, 2)), ops(2.5, V(1, 2)), ops('a', V(1, 2)), ops([1], R())[0][0])
V.__add__ = lambda self, o: 'patched'
print(V(1, 2) + V(1, 2), ops(V(1, 2), 1)[0])
v = V(1, 2)
v.__sub__ = lambda o: 'instance'
print(v - V(1, 1))
try: print(v - v)
except TypeError as e: print(e)
del V.__sub__
try: print(v - v)
except TypeError as e: print(e)
