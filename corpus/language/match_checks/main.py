# pymp: python=3
"""What a pattern checks before what: the length of a mapping before its keys, the number of sub-patterns before their names."""


class Numbers:
    __match_args__ = (1,)


class Second:
    x = 'x'
    __match_args__ = ('x', 2)


class Key:
    k = 'a'


def mapping(subject):
    match subject:
        case {Key.k: 1, 'a': 2}:
            return 'both'
    return 'none'


def one(subject):
    match subject:
        case Numbers(1) | Second('x'):
            return 'one'
    return 'none'


def two(subject):
    match subject:
        case Numbers(1, 2):
            return 'numbers'
        case Second('x', 2):
            return 'second'
    return 'none'


CALLS = [(mapping, {'a': 1}), (mapping, {}), (mapping, {'a': 1, 'b': 2})]
CALLS += [(f, o) for f in (one, two) for o in (Numbers(), Second(), 3)]
for f, subject in CALLS:
    try:
        print(f.__name__, type(subject).__name__, f(subject))
    except Exception as error:
        print(f.__name__, type(subject).__name__, type(error).__name__, error)
