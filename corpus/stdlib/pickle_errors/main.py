"""What cannot be pickled, and what CPython says of it."""
import io, pickle, re, sys, threading
from multiprocessing.reduction import ForkingPickler
import multiprocessing as mp


def attempt(v):
    for name, dump in (("ForkingPickler", ForkingPickler.dumps), ("0", lambda v: pickle.dumps(v, 0)), ("2", lambda v: pickle.dumps(v, 2)), ("4", pickle.dumps)):
        try:
            dump(v)
            print(name, "ok")
        except Exception as e:
            print(name, type(e).__name__, re.sub("0x[0-9a-f]+", "0x", str(e)))


def outer():
    def inner():
        pass
    return inner


def local_class():
    class Local:
        pass
    return Local


def changed():
    pass


old = changed


def changed():
    pass


class Slots:
    __slots__ = ("a",)


class Reduce:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return self.value


class NewArgs:
    def __getnewargs__(self):
        return 3


class Misplaced:
    pass


Misplaced.__module__ = "nowhere"


def generator():
    yield 1


for v in [
    lambda: 1, outer(), local_class(), local_class()(), old, generator(), threading.Lock(), mp.Lock(), mp.Queue(), mp.SimpleQueue(),
    mp.Event(), mp.Semaphore(), mp.Condition(), sys, memoryview(b"a"), Slots(), Reduce(5), Reduce((1,)), Reduce((int, 3)), Reduce((3, ())),
    Reduce((int, (), 3, 4)), Reduce("nope"), NewArgs(), Misplaced(), {}.keys(), property(), classmethod(outer), outer.__code__, type(outer), type(sys),
]:
    print("---", type(v).__name__)
    attempt(v)
nested = None
for i in range(6000):
    nested = [nested]
attempt(nested)
