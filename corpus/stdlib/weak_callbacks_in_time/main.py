# pymp: python=2,3
# Callbacks of weak references are called while the program runs, without its asking for a collection.
from __future__ import print_function
import time
import weakref


class Thing(object):
    pass


def until(make, done):
    """Goes on making things until it is so, for some time."""
    end = time.time() + 40
    while time.time() < end:
        for _ in range(600):
            make()
        if done():
            return True
        time.sleep(0.001)
    return False


calls = []
references = []
print(until(lambda: references.append(weakref.ref(Thing(), calls.append)), lambda: len(calls) > 500))
print(calls[0]() is None, calls[0] in references)

kept = [Thing() for _ in range(10)]
things = weakref.WeakSet(kept)
by_number = weakref.WeakValueDictionary(enumerate(kept))


def another():
    thing = Thing()
    things.add(thing)
    by_number[len(by_number) + 100] = thing


sizes = [10]


def fewer():
    sizes.append(len(things))
    return sizes[-1] < sizes[-2] + 600


print(until(another, fewer))
print(all(thing in things for thing in kept), sorted(by_number)[:10])
