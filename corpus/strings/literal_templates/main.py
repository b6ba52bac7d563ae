# pymp: python=2,3
"""Templates that stand in the text: plain values first, hot, then everything else."""
from __future__ import print_function
import sys
import traceback


def lines(a, b):
    return [
        "%s" % a,
        "%s and %s" % (a, b),
        "%s%s" % (a, b),
        "%s %% %s" % (a, b),
        "{} and {}".format(a, b),
        "{1}{0}{1}".format(a, b),
        "{{{}}}".format(a),
        "{0!r:>5}|{1!s}".format(a, b),
        "{} {}".format(b, a, "not used"),
    ]


def numbers(a, b):
    return ["%d" % a, "%i:%d" % (a, b), "%5d|%-5d|%05d" % (a, b, a), "%x %X %o" % (a, b, a), "%.2f %e %g" % (a, b, a)]


class Shown(object):
    def __init__(self, name):
        self.name = name

    def __str__(self):
        order.append(self.name)
        return "<%s>" % self.name

    def __repr__(self):
        return "Shown(%r)" % self.name

    def __format__(self, spec):
        order.append(spec)
        return "[%s %s]" % (self.name, spec)


class Word(str):
    def __str__(self):
        return "word"

    def __format__(self, spec):
        return "formatted %s" % spec


class Count(int):
    def __str__(self):
        return "count"

    def __repr__(self):
        return "Count()"


class Mapping(dict):
    def __missing__(self, key):
        return key.upper()


order = []
for i in range(3000):
    lines(i, "text")
    numbers(i, i + 1)
print(lines(3, "four"))
print(numbers(12, 255))
odd = [True, None, 1.5, 10**20, -7, 0, 2.0**70, 1j, (), (1,), [1, "a"], {"k": 1}, Word("w"), Count(5), Shown("s"), "",
       "long " * 3, int, float("nan"), -0.0]
for value in odd:
    if not isinstance(value, tuple):
        print(repr(value), "%s" % value)
    print("%s|%s" % (value, 1), "%s %s" % ("a", value))
    if not isinstance(value, Shown) or sys.version_info[0] == 3:
        print("{}|{}".format(value, "x"))
for value in (True, 1.9, -1.9, 10**20, Count(9), False):
    print("%d" % value, "%d %i" % (value, value), "%5.1f|%x" % (value, 255), "%05d" % value)
print("%s" % (1,), "%s %s" % (1, 2), "%d" % (5,))
pair = (1, 2)
print("%s-%s" % pair)
order[:] = []
print("%s %s" % (Shown("a"), Shown("b")), "{} {}".format(Shown("c"), Shown("d")), order)


def attempt(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, e)


class Broken(object):
    def __str__(self):
        raise KeyError("no text")


attempt("one too many", lambda: "%s" % (1, 2))
attempt("one too few", lambda: "%s %s" % 1)
attempt("tuple", lambda: "%d" % pair)
attempt("text as number", lambda: "%d" % "x")
attempt("text as one of two", lambda: "%s %d" % ("y", "x"))
attempt("None as number", lambda: "%5d %s" % (None, 1))
attempt("mapping", lambda: "%(a)s %(b)d" % {"a": 1, "b": 2})
attempt("missing", lambda: "%(a)s %(b)s" % Mapping(a=1))
attempt("star", lambda: "%*d|%-*s|%.*f" % (5, 3, 4, "x", 2, 1.5))
attempt("broken", lambda: "%s %s" % (1, Broken()))
attempt("broken 2", lambda: "{} {}".format(1, Broken()) and "shown")
attempt("index", lambda: "{} {}".format(1))
attempt("name", lambda: "{a}".format(b=1))
attempt("named", lambda: "{a}-{b}-{0}".format(1, b=2, a=3))
attempt("named twice", lambda: "{a}{a}".format(a="x"))
attempt("attribute", lambda: "{0.real} {1[0]}".format(5, "ab"))
attempt("nested", lambda: "{:{}}|".format("a", 5))
attempt("both", lambda: "{} {0}".format(1, 2))
attempt("lone brace", lambda: "{} }".format(1))
attempt("spec", lambda: "{:5}|{:<5}|{:^7.3f}|{:,}".format(1, "a", 2.5, 1234567))
attempt("bad spec", lambda: "{:d}".format("text"))
attempt("odd field", lambda: "%y" % 1)
attempt("end", lambda: "%" % 1)
attempt("space", lambda: "% d|%+d" % (5, 6))
attempt("long", lambda: "%ld %hd" % (5, 6))
attempt("r", lambda: "%r %r" % ("a", 1))
attempt("c", lambda: "%c%c" % ("a", 98))


def located():
    first = "name"
    return "%s: %d" % (
        first,
        None,
    )


try:
    located()
except TypeError:
    print(traceback.format_exc().splitlines()[-1])


def evaluated():
    seen = []

    def value(x):
        seen.append(x)
        return x

    text = "%s %s {}".replace("{}", "%s") % (value(1), value(2), value(3))
    text += "%s %d %s" % (value(4), value(5), value(6)) + "{1} {0}".format(value(7), value(8))
    return text, seen


print(evaluated())


def produced():
    got = "%s and %s" % ((yield 1), (yield 2))
    got += "{}+{}".format((yield 3), (yield 4))
    yield got


g = produced()
next(g)
for text in ("a", "b", "c"):
    g.send(text)
print(g.send("d"))
