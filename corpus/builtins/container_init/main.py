"""What lists, dicts and sets say of how they are made, and `str.format` of what it is called on."""
from __future__ import print_function


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: list.__init__())
show(lambda: list.__init__(5))
show(lambda: list.__init__({}))
show(lambda: list(1,2))
show(lambda: list(5))
show(lambda: list.__new__())
show(lambda: list.__new__(5))
show(lambda: list.__new__(int))
show(lambda: list(a=1))
show(lambda: [1].__init__((3,4),5))
show(lambda: str.format())
show(lambda: str.format(5))
show(lambda: '{} {x}'.format(1,x=2))
show(lambda: '{}'.format())
class L(list):
    def __init__(self, *a, **k): super(L, self).__init__(*a); self.k = k
show(lambda: (L([1,2], z=3), L([1], z=3).k, L()))
class M(list):
    def __new__(cls, *a, **k): return super(M, cls).__new__(cls, *a)
show(lambda: (M([1,2]), M()))
l=[1,2]
show(lambda: (l.__init__('ab'), l))
show(lambda: (l.__init__(), l))
show(lambda: '{a}'.format(**{'a': 1}))
show(lambda: list(sequence=(1,2)))
show(lambda: '{0[1]} {0.real}'.format([1,2]))
show(lambda: list.__init__.__name__ + str.format.__name__ + list.__new__.__name__)
show(lambda: list.__init__(list))
show(lambda: 'a{}'.format(*[1,2]))
show(lambda: list(*[]))
show(lambda: dict.__init__())
show(lambda: set.__init__(5))
show(lambda: dict.__init__([]))
show(lambda: set.__new__())
show(lambda: set.__init__())
show(lambda: dict.__new__())
d = {}
show(lambda: dict.update())
show(lambda: dict.update(5))
show(lambda: dict.update([], {}))
show(lambda: (d.update(), d))
show(lambda: (d.update({1:2}), d))
show(lambda: d.update(1,2))
show(lambda: (d.update([(3,4)]), d))
show(lambda: (d.update(a=5), d))
show(lambda: (d.update({7:8}, b=1), sorted(map(str,d))))
show(lambda: d.update(5))
show(lambda: d.update(None))
show(lambda: d.update([1]))
show(lambda: (dict.update(d, {9:9}), len(d)))
show(lambda: (d.update(**{'self': 1}), d['self']))
show(lambda: dict.update.__name__)
