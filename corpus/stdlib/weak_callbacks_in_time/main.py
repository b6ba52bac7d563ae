# pymp: python=2,3
# Callbacks of weak references are called while the program runs, without its asking for a collection.
from __future__ import print_function
import weakref


class Thing(object):
    pass


calls = []
references = []
for number in range(5000):
    references.append(weakref.ref(Thing(), calls.append))
print('callbacks called:', len(calls) > 3000, calls[0]() is None)

kept = [Thing() for _ in range(10)]
things = weakref.WeakSet(kept)
by_number = weakref.WeakValueDictionary(enumerate(kept))
for number in range(5000):
    thing = Thing()
    things.add(thing)
    by_number[number + 100] = thing
print('few are left:', len(things) < 3000, len(by_number) < 3000)
print(all(thing in things for thing in kept), sorted(by_number)[:10])
