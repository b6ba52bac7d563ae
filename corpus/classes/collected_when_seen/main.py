# pymp: python=2,3
"""gc.collect() takes what nobody refers to, as far as anybody can tell."""
import gc


class Base(object):
    pass


def make():
    class Short(Base):
        def __init__(self):
            self.own = self

    return Short()


make()
gc.collect()
print([c.__name__ for c in Base.__subclasses__()])
kept = make()
gc.collect()
print([c.__name__ for c in Base.__subclasses__()])


class Ended(object):
    def __init__(self):
        self.own = self

    def __del__(self):
        print('ended')


import weakref

thing = make()
ref = weakref.ref(thing)
del thing
gc.collect()
print(ref() is None)
