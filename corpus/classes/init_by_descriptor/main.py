# pymp: python=3
"""__init__ that is no function: a partialmethod, a descriptor, an object; called with names, alone and from below."""
from functools import partialmethod


def prepare(self, a=1, b=2, *, c=3):
    self.parts = (a, b, c)


class Partial:
    __init__ = partialmethod(prepare, c=9)


class Made:
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self.made_with = (args, kwargs)
        return self

    __init__ = partialmethod(prepare, b=8)


class Below(Made):
    pass


class Calling(Partial):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class Late:
    def __get__(self, instance, owner):
        def init(*args, **kwargs):
            instance.parts = (owner.__name__, args, kwargs)

        return init


class Described:
    __init__ = Late()


class Recorder:
    def __call__(self, *args, **kwargs):
        print('recorded', args, kwargs)


class Recorded:
    __init__ = Recorder()


print(Partial(5).parts, Partial(b=7).parts, Partial(1, 2, c=4).parts)
print(Made(5).parts, Made(a=7).parts, Made(a=7).made_with)
print(Below(c=3).parts, Calling(1, c=2).parts)
print(Described(1, q=2).parts)
Recorded(1, x=2)
for wrong in (lambda: Partial(d=1), lambda: Made(1, a=2)):
    try:
        wrong()
    except TypeError as error:
        print(error)


def renamed():
    """What stands under names of a function's own attributes in its __dict__ does not hide these."""

    def function(a, b=2, *, c=3):
        return a, b, c

    function.__dict__.update({'__kwdefaults__': {'c': 5}, '__name__': 'other', '__defaults__': (7,), 'note': 1})
    print(function.__name__, function.__defaults__, function.__kwdefaults__, function.note, function(1))
    print(sorted(function.__dict__))


renamed()
