"""What is raised in a with block: by the block itself, by calls, by what suppresses it, in loops, generators and handlers."""
import sys


class Manager:
    def __init__(self, name, suppress=False, fails=None):
        self.name, self.suppress, self.fails = name, suppress, fails

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        lines = []
        while trace is not None:
            lines.append(trace.tb_lineno)
            trace = trace.tb_next
        print("exit", self.name, kind and kind.__name__, value, lines, sys.exc_info()[1])
        if self.fails is not None:
            raise self.fails
        return self.suppress


def show(e):
    print(type(e).__name__, e, "| context", repr(e.__context__), "| cause", repr(e.__cause__))


def direct(suppress):
    with Manager("direct", suppress):
        raise KeyError("own")
    return "after"


def called(suppress):
    with Manager("called", suppress):
        int("x")
    return "after"


def nested(inner, outer):
    with Manager("outer", outer), Manager("inner", inner) as m:
        if m.name == "inner":
            raise ValueError("nested")
    return "after"


def in_handler():
    try:
        raise ValueError("first")
    except ValueError:
        with Manager("handler"):
            raise KeyError("second")


def helper_in_handler():
    try:
        raise ValueError("first")
    except ValueError:
        with Manager("handler"):
            int("y")


def exit_fails(where):
    with Manager("failing", fails=TypeError("from exit")):
        if where == "raise":
            raise ValueError("body")
        if where == "call":
            int("z")
        return "returned"


def chained():
    with Manager("cause"):
        try:
            raise ValueError("a")
        except ValueError as e:
            raise KeyError("b") from e


def loops():
    seen = []
    for i in range(5):
        with Manager(i, suppress=True):
            if i == 1:
                continue
            if i == 3:
                break
            if i == 2:
                raise IndexError(i)
            seen.append(i)
        seen.append(-i)
    return seen


def with_finally():
    try:
        with Manager("finally", True):
            try:
                raise OSError("x")
            finally:
                print("cleaning", sys.exc_info()[1])
        print("going on", sys.exc_info()[1])
        with Manager("again"):
            raise OSError("y")
    finally:
        print("done", sys.exc_info()[1])


def generator():
    for i in range(3):
        with Manager("gen", suppress=i == 1):
            yield i
            if i == 1:
                raise RuntimeError("in generator")
            if i == 2:
                return "end"


def bare():
    try:
        raise ValueError("bare")
    except ValueError:
        with Manager("reraising"):
            raise


for run in (direct, called):
    for suppress in (True, False):
        try:
            print(run(suppress))
        except Exception as e:
            show(e)
        print(sys.exc_info()[1])
for flags in ((False, False), (True, False), (False, True)):
    try:
        print(nested(*flags))
    except ValueError as e:
        show(e)
for run in (in_handler, helper_in_handler, chained, with_finally, bare):
    try:
        run()
    except Exception as e:
        show(e)
for where in ("raise", "call", "return"):
    try:
        print(exit_fails(where))
    except TypeError as e:
        show(e)
print(loops())
print(list(generator()))
g = generator()
next(g)
try:
    g.throw(KeyError("thrown"))
except KeyError as e:
    show(e)
g = generator()
next(g)
g.close()
for hot in range(3):
    count = 0
    for i in range(300):
        try:
            with open(__file__) as f:
                if i % 2:
                    raise LookupError(i)
                count += 1
        except LookupError as e:
            count += e.args[0]
    print(count)
