# pymp: python=2
"""Wrong numbers of arguments, in the three ways in which 2.7 counts them."""
import math


class Thing(object):
    pass


CALLS = [
    lambda: {}.pop(), lambda: {}.pop(1, 2, 3), lambda: {}.get(), lambda: {}.setdefault(1, 2, 3), lambda: {}.has_key(),
    lambda: getattr(1), lambda: hasattr(1), lambda: setattr(1), lambda: delattr(1), lambda: issubclass(1),
    lambda: coerce(1), lambda: divmod(1), lambda: cmp(1), lambda: pow(1), lambda: reduce(1), lambda: sum(),
    lambda: apply(), lambda: vars(1, 2), lambda: dir(1, 2), lambda: eval(), lambda: intern(), lambda: chr(1, 2),
    lambda: unichr(), lambda: ord(), lambda: math.pow(1), lambda: math.hypot(1), lambda: math.log(), lambda: math.sqrt(),
    lambda: "a".find(), lambda: "a".rindex(), lambda: u"a".find(), lambda: "a".count(), lambda: "a".translate(),
    lambda: bytearray().find(), lambda: (1).__add__(), lambda: [].__setitem__(1), lambda: Thing().__getattribute__(),
    lambda: [].insert(1), lambda: [].index(), lambda: "a".replace("b"), lambda: set().add(), lambda: [].pop(1, 2),
]
for call in CALLS:
    try:
        print call()
    except TypeError as error:
        print error

for base, exponent, modulus in [(3, 2L, ()), (2 ** 70, 3, []), (3, 2L, "s"), (3, 2, ()), (1j, "s", 2), (3, "s", 1j)]:
    try:
        print pow(base, exponent, modulus)
    except TypeError as error:
        print error

for call in (lambda: [].append(5, 1), lambda: [].append(), lambda: list.append(), lambda: [].sort(1, 2, 3, 4)):
    try:
        call()
    except TypeError as error:
        print error
