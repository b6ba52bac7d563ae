"""Structures made at random, pickled with every protocol."""
import pickle, random, sys
class Plain:
    pass
class Slots:
    __slots__ = ('a', 'b')
class MyList(list): pass
class MyDict(dict): pass
class MyInt(int): pass
class MyStr(str): pass
class MyFloat(float): pass
class MyTuple(tuple): pass
class MySet(set): pass
class NewArgs(int):
    def __new__(cls, v, w=0): o = int.__new__(cls, v); o.w = w; return o
    def __getnewargs__(self): return (int(self), self.w)
class NewArgsEx:
    def __new__(cls, *a, k=1): o = object.__new__(cls); o.a = a; o.k = k; return o
    def __getnewargs_ex__(self): return (self.a, {'k': self.k})
class State:
    def __getstate__(self): return ('st', self.v)
    def __setstate__(self, s): self.v = s[1]
class Red:
    def __init__(self, x): self.x = x
    def __reduce__(self): return (Red, (self.x,), {'extra': 1})
class Err(Exception): pass
def func(): pass
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 2
r = random.Random(seed)
names = ['x%d' % i for i in range(30)]
def make(depth, pool):
    k = r.randrange(34)
    if pool and r.random() < .15: return r.choice(pool)
    if depth <= 0 and k > 14: k = r.randrange(15)
    if k == 0: return None
    if k == 1: return r.random() < .5
    if k == 2: return r.randrange(-10, 300)
    if k == 3: return r.randrange(-2**40, 2**40)
    if k == 4: return r.randrange(-2**200, 2**200)
    if k == 5: return r.random() * 10 ** r.randrange(-20, 20)
    if k == 6: return float(r.randrange(-5, 5))
    if k in (7, 8): return r.choice(names)
    if k == 9: return ''.join(r.choice('ab\u00e9\u4e2d\U0001f600\n\\ \x1a') for i in range(r.randrange(12)))
    if k == 10: return r.choice(names) * r.randrange(1, 90)
    if k == 11: return bytes(r.randrange(256) for i in range(r.randrange(6)))
    if k == 12: return r.choice([len, int, str, Plain, func, ValueError, dict.fromkeys, ''.join, range(r.randrange(9)), ..., NotImplemented, type(None), complex(1, 2), slice(1, None, 2)])
    if k == 13: return bytearray(b'ab' * r.randrange(4))
    if k == 14: return ()
    sub = lambda n=4: [make(depth - 1, pool) for i in range(r.randrange(n))]
    if k < 18: o = sub(6)
    elif k < 21: o = tuple(sub(5))
    elif k < 24: o = dict((r.choice(names), v) for v in sub(6))
    elif k == 24: o = {r.randrange(5): v for v in sub()}
    elif k == 25: o = Plain(); [setattr(o, r.choice(names), v) for v in sub()]
    elif k == 26: o = Slots(); o.a = make(depth - 1, pool)
    elif k == 27: o = MyList(sub()); o.attr = 1
    elif k == 28: o = MyDict(zip(names, sub()))
    elif k == 29: o = r.choice([MyInt(5), MyStr('text'), MyTuple((1, 2)), NewArgs(4, 7), Err('a', 1)])
    elif k == 30: o = NewArgsEx(1, k=make(depth - 1, pool))
    elif k == 31: o = State(); o.v = make(depth - 1, pool)
    elif k == 32: o = Red(make(depth - 1, pool))
    else: o = set([r.randrange(100)]) if r.random() < .5 else frozenset([r.randrange(100)])
    pool.append(o)
    return o
if __name__ == '__main__':
    for i in range(int(sys.argv[2]) if len(sys.argv) > 2 else 40):
        o = make(4, [])
        for p in range(6):
            try: s = pickle.dumps(o, p)
            except Exception as e: s = repr(e).encode()
            else:
                try: t = pickle.dumps(pickle.loads(s), p) 
                except Exception as e: t = repr(e).encode()
                s = s + (b' = ' if s == t else b' ! ' + str(len(t)).encode())
            n = max(s.rfind(b' = '), s.rfind(b' ! ')); s = s[:n] if n > 0 else s; print(i, p, len(s), s.hex())
