"""f-strings of plain values first, hot, then of everything else."""
import threading


def shown(a, b):
    return f"{a}", f"{a}{b}", f"{a} and {b}", f"{a!r}{b}", f"{a:>4}|{b:4}", f"{a}{1}{b}", f"{a=} {b=}"


class Word(str):
    def __format__(self, spec):
        return f"formatted {spec!r}"


class Broken:
    def __format__(self, spec):
        raise LookupError("no format")

    def __float__(self):
        return 2.5

    def __index__(self):
        return 77


for i in range(3000):
    shown(i, "text")
print(shown(3, "four"))
for value in (True, 1.5, 10**20, -7, 0, 2.0**70, Word("w"), float("nan"), -0.0, int):
    try:
        print(shown(value, 2))
    except TypeError as e:
        print(type(e).__name__, e)
print(f"{1}{2}{3}", f"{'a'}{1}", f"{1}" + f"{2}", f"{3}", f"{-4}", f"{+5}{-6}")
count = 0
for count in range(5):
    pass
print(f"{count}{count + 1}" * 2, [f"{x}{y}" for x in range(2) for y in "ab"])
print("%.2f %5d|%x" % (Broken(), 7, Broken()), "%d %5.1f %s" % (Broken(), 1, "x"), "%s %.1f" % (1.0, 10**20))
for text in (lambda: f"{1}{Broken()}", lambda: "{} {}".format(1, Broken()), lambda: "%s %.2f" % (1, "x"),
             lambda: "%s %x" % (1, 1.5), lambda: "%5d %s" % ("x", 1), lambda: "%e %s" % (None, 1)):
    try:
        print(text())
    except (LookupError, TypeError) as e:
        print(type(e).__name__, e)


class Waits:
    """Its text takes a lock that another thread holds."""

    def __str__(self):
        with lock:
            return "waited"

    def __format__(self, spec):
        with lock:
            return f"waited {spec}"


lock = threading.Lock()
taken = threading.Event()
go = threading.Event()


def holder():
    with lock:
        taken.set()
        go.wait()


def worker():
    taken.wait()
    threading.Timer(0.05, go.set).start()
    print("%s %s" % (1, Waits()), "%s %.1f" % (Waits(), 2), f"{1}{Waits()}{Waits():x}", "{} {:y}".format(Waits(), Waits()))


threads = [threading.Thread(target=f) for f in (holder, worker)]
for t in threads:
    t.start()
for t in threads:
    t.join()
