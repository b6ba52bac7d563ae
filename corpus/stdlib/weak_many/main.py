"""Many references to few objects: those that are gone themselves are forgotten, the shared ones stay the same."""
from __future__ import print_function
import weakref


class Thing(object):
    pass


def ask(things, n):
    values = weakref.WeakValueDictionary()
    keys = weakref.WeakKeyDictionary()
    total = 0
    for i in range(n):
        thing = things[i % len(things)]
        values[i % len(things)] = thing
        keys[thing] = i
        total += keys[thing]
    return total, len(values), len(keys)


things = [Thing() for _ in range(3)]
print(ask(things, 3000))

first = weakref.ref(things[0])
proxy = weakref.proxy(things[0])
print(weakref.ref(things[0]) is first, weakref.proxy(things[0]) is proxy)
called = []
kept = [weakref.ref(things[0], called.append) for _ in range(40)]
print(kept[0] is kept[1], kept[0] == first, first in kept)
print(weakref.ref(things[0]) is first, weakref.getweakrefcount(things[0]) >= 42)


class Own(weakref.ref):
    pass


print(Own(things[0]) is Own(things[0]), Own(things[0]) == first)
