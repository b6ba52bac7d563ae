"""What '%' formats it formats once and in order, whichever of the arguments are plain and which are not."""
from __future__ import print_function


class Told(object):
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("str of", self.name)
        return self.name

    def __repr__(self):
        print("repr of", self.name)
        return "<%s>" % self.name

    def __float__(self):
        print("float of", self.name)
        return 2.5

    def __int__(self):
        print("int of", self.name)
        return 7


class Failing(object):
    def __str__(self):
        print("str fails")
        raise KeyError("no text")


def attempt(template, value):
    try:
        print(template % value)
    except Exception as error:
        print(type(error).__name__, error)


a, b = Told("a"), Told("b")
attempt("%s %d %s", (a, 3, b))
attempt("%s %5.1f %r", (a, b, b))
attempt("%s %+d %s", (a, 3, b))
attempt("%s %#x", (a, 10))
attempt("%s %i", (a, b))
attempt("%s %d %s", (a, "x", b))
attempt("%s %s", (a,))
attempt("%s", (a, b))
attempt("%s %s", (a, Failing()))
attempt("%s", a)
attempt("%d", a)
attempt("%s and %(name)s", {"name": a})
attempt("no field", {"name": 1})
attempt("no field", a)
attempt("%s %*d", (a, 6, 42))
attempt("%s %y", (a, 6))
for value in (0, 7, -7, 123456, 2**40, -2**70, True, 2.75, -2.75, 1e300):
    print("%d|%5d|%-5d|%05d|%x|%4x|%06x" % ((value,) * 4 + (int(value),) * 3))
for value in (0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 2.675, 1.005, -1.005, 1e9, 2147483.6475, 99999.995, 1e22, float("inf"), -float("inf"), float("nan"), 3, -3):
    print("%.0f|%.1f|%.2f|%f|%8.3f|%-9.2f|%09.2f|%e|%g|%.10f" % ((value,) * 10))
print("%5s|%-5s|%05s|%s|%3s" % ("ab", "ab", "ab", None, True))
print("%s %s %s" % (1.5, [a], (1,)))


def hot(values):
    return ["%s=%d" % (name, value) for name, value in values]


print(hot([("n", i) for i in range(2000)])[-1])
attempt("%s=%d", ("n", 2.9))
print(hot([("n", 2.9), (a, 10**20), (1, True)]))
