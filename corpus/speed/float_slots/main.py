"""Floats in slots: hot first, then read, replaced, deleted, copied, sent and inherited beside a dict."""
import copy
import pickle
from multiprocessing import Pool, Process


class P:
    __slots__ = ('x', 'y', '__weakref__')

    def __init__(self, x, y):
        self.x = x * 1.0
        self.y = y

    def norm(self):
        self.x /= 2.0
        self.y = self.x * self.y
        return self.x + self.y


class Open(P):
    """Has a dict beside the slots."""


class Same(P):
    __slots__ = ('z',)


def double(p):
    p.x *= 2.0
    p.y = 'seen'
    return p


def show(p):
    print(type(p).__name__, getattr(p, 'x', None), getattr(p, 'y', None), P.x.__get__(p), p.x + 1)


for i in range(2000):
    P(i, 1.5).norm(), Open(i, 2).norm(), Same(1, i).norm()

p = P(3, 0.5)
show(p)
p.x = 7
show(p)
p.x = 2.5
show(p)
P.x.__set__(p, 4)
show(p)
p.x = p.x * 0.25
P.x.__set__(p, 'text')
print(p.x)
p.x = 1.5
del p.x
for act in (lambda: p.x, lambda: p.x * 2.0, lambda: delattr(p, 'x'), lambda: P.x.__get__(p), lambda: p.__dict__):
    try:
        print(act())
    except AttributeError as error:
        print(error)
print(hasattr(p, 'x'))
p.x = 9.0
show(p)
o = Open(1, 2)
o.x = 3.5
o.other = 2.5 * o.x
o.other += 1.0
print(o.__dict__, vars(o), o.x, sorted(n for n in dir(o) if not n.startswith('_')))
o.__dict__ = {'fresh': 1.5}
print(o.__dict__, o.x)
s = Same(1, 2)
s.z = 0.5
print(s.x, s.z, s.norm())
q = copy.copy(o), copy.deepcopy(o), copy.copy(p), pickle.loads(pickle.dumps(o)), pickle.loads(pickle.dumps(p, 2))
for c in q:
    show(c)
    double(c)
    print(c.x, c.y, p.x, o.x)

if __name__ == '__main__':
    with Pool(2) as pool:
        for c in pool.map(double, [P(1, 2), Open(2, 1), Same(3, 4)]):
            show(c)
            c.x = c.x / 4.0
            c.y = 0.5
            show(c)
    child = Process(target=show, args=(double(P(5, 1)),))
    child.start()
    child.join()
    for make in (lambda: P.x.__set__(3, 1.0), lambda: P.x.__get__(3)):
        try:
            make()
        except TypeError as error:
            print(error)
