# pymp: python=2,3
"""`+` and `in` of built-in sequences called as methods: they refuse what the operator lets the other side answer for."""
from __future__ import print_function
import array


def attempt(action):
    try:
        return action()
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


class Other(object):
    def __radd__(self, other):
        return 'radd of %s' % type(other).__name__

    __rmul__ = __radd__


class OldOther:
    def __radd__(self, other):
        return 'old radd of %s' % type(other).__name__


class Declines(object):
    def __radd__(self, other):
        return NotImplemented


class Numbered(tuple):
    def __radd__(self, other):
        return 'own radd'


class Longer(list):
    pass


class Asking(list):
    def __add__(self, other):
        try:
            return list.__add__(self, other)
        except TypeError as error:
            return 'asked: %s' % error


sequences = [(1,), [1], 's', u's', b's', bytearray(b's'), array.array('i', [1]), Longer([1]), Numbered((1,))]
for sequence in sequences:
    name = type(sequence).__name__
    for other in (1, None, 1.5, (2,), [2], Other(), OldOther(), Declines(), Longer()):
        by_method = attempt(lambda: sequence.__add__(other))
        by_type = attempt(lambda: type(sequence).__add__(sequence, other))
        print(name, type(other).__name__, by_method, by_method == by_type, attempt(lambda: sequence + other))
    print(name, attempt(lambda: sequence.__mul__('x')), attempt(lambda: sequence.__rmul__(1.5)), attempt(lambda: sequence * Other()))
print(Asking([1]) + 1, Asking([1]) + [2], Asking() + Other())

letters = bytearray(b'AB')
for wanted in (65, 66, 67, True, 256, -1, b'A', bytearray(b'AB'), None, 1.5):
    print(wanted, attempt(lambda: wanted in letters), attempt(lambda: letters.__contains__(wanted)))
