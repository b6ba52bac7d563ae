"""Functions that take or give functions: what Python 2 has of it. The library's own modules have Python 3's."""

_theirs = __import__('@functools')
partial, reduce, cmp_to_key = _theirs.partial, _theirs.reduce, _theirs.cmp_to_key

WRAPPER_ASSIGNMENTS = '__module__', '__name__', '__doc__'
WRAPPER_UPDATES = '__dict__',


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator for a function that is to look like `wrapped`."""
    return partial(update_wrapper, updated=updated, assigned=assigned, wrapped=wrapped)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`, which has to have all of the attributes."""
    for name in assigned:
        setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        own = getattr(wrapper, name)
        own.update(getattr(wrapped, name, {}))
    return wrapper


# What the other comparisons are, by the one that a class has; the preferred one first.
_COMPARISONS = [
    ('__lt__', {'__gt__': lambda self, other: not (self < other or self == other),
                '__le__': lambda self, other: self < other or self == other,
                '__ge__': lambda self, other: not self < other}),
    ('__le__', {'__ge__': lambda self, other: not self <= other or self == other,
                '__lt__': lambda self, other: self <= other and not self == other,
                '__gt__': lambda self, other: not self <= other}),
    ('__gt__', {'__lt__': lambda self, other: not (self > other or self == other),
                '__ge__': lambda self, other: self > other or self == other,
                '__le__': lambda self, other: not self > other}),
    ('__ge__', {'__le__': lambda self, other: not self >= other or self == other,
                '__gt__': lambda self, other: self >= other and not self == other,
                '__lt__': lambda self, other: not self >= other}),
]
for _root, _others in _COMPARISONS:
    _others['__ne__'] = lambda self, other: not self == other


def total_ordering(cls):
    """Gives a class the comparisons that it does not have, by one that it has."""
    has = set(dir(cls))
    for root, others in _COMPARISONS:
        if root in has:
            break
    else:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for name in others:
        if name not in has:
            function = others[name]
            function.__name__ = name
            function.__doc__ = getattr(int, name).__doc__
            setattr(cls, name, function)
    return cls
