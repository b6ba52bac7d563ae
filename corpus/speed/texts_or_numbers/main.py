# Variables that the text uses as texts are not looked at for floats, and `in` with constants is decided on the spot:
# hot with the kinds that are expected, then with others.
from __future__ import print_function
import math

RATIO = 0.5


class Text(str):
    def __add__(self, other):
        return "sum of " + repr(str(self)) + " and " + repr(other)

    def __radd__(self, other):
        return "sum of " + repr(other) + " and " + repr(str(self))

    def __eq__(self, other):
        return "equal"

    __hash__ = str.__hash__


class Loud(object):
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print("compared", self.name)
        return self.name == other

    __hash__ = None

    def __radd__(self, other):
        return [other, self.name]


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


def is_space(ch):
    return ch in " \n\t"


def is_other(ch):
    return ch not in "abz{}\x7f"


def is_vowel(ch):
    return ch in ("a", "e", "i")


def is_small(n):
    return n in (1, 2, -3)


def is_set(n):
    return n in {1, 2, 3}


def greet(x):
    return "<" + x + ">"


def scaled(x):
    y = x
    if y == "none":
        return 0
    return y * RATIO - 1


def first(row):
    total = row
    if total in "xyz":
        return "letter"
    total = total + 1.5
    return total * 2


def kind(x):
    if x is None:
        return "none"
    if x == "":
        return "empty"
    return x + x


def grow(x, n):
    for i in range(n):
        x += "."
    return x


for i in range(20000):
    is_space("a" if i % 2 else " ")
    is_other("a" if i % 2 else "q")
    is_vowel("e")
    is_small(i)
    is_set(i)
    greet("a")
    scaled(i)
    kind("ab")
    grow("a", 2)

things = ["", " ", "\t", "a", "ab", "  ", "z{", "\x7f", Text(" "), Text("a"), 1, 1.0, True, False, -3, -3.0, None,
          float("nan"), 2 ** 70, Loud(1), Loud("a"), (1,)]
for thing in things:
    shown = thing.name if isinstance(thing, Loud) else thing
    print(repr(shown), end=": ")
    for f in is_space, is_other, is_vowel, is_small, is_set, greet, scaled, first, kind:
        print(attempt(f, thing) if not isinstance(thing, Loud) or f in (is_small, is_vowel, greet) else "-", end="; ")
    print()

print(attempt(grow, 1, 3), attempt(grow, 1.5, 0), grow(Text("a"), 1), attempt(grow, None, 1), attempt(grow, [], 2))
print([scaled(x) for x in (1.5, 2, "none", True, math.pi)], attempt(scaled, "text"))
text = "-" + "=" * 3
text += "%d" % 5 + str(RATIO)
print(text, "a" + "b" if text == "-===50.5" else "no", "x" * 2 + repr(1.5))
