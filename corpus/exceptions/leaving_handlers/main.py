"""Ways out of try, except, finally and with, nested in one another: order, contexts, tracebacks, what is handled."""
import sys
import traceback


class Guard:
    def __init__(self, name, suppresses=False, fails=False):
        self.name = name
        self.suppresses = suppresses
        self.fails = fails

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__)
        if self.fails:
            raise OSError("exit of " + self.name)
        return self.suppresses


def handled():
    return repr(sys.exc_info()[1])


def reraised():
    try:
        try:
            raise ValueError("a")
        except ValueError:
            print("in", handled())
            raise
    finally:
        print("finally", handled())


def replaced():
    try:
        {}["k"]
    except KeyError:
        raise ValueError("b")


def unmatched():
    try:
        try:
            int("x")
        except KeyError:
            print("never")
    except TypeError:
        print("never")


def in_else():
    try:
        try:
            pass
        except ValueError:
            print("never")
        else:
            raise ValueError("else")
    except ValueError as error:
        print("caught", error, handled())
    print("after", handled())


def from_finally(n):
    try:
        if n == 0:
            return "returned"
        if n == 1:
            raise ValueError("lost")
    finally:
        if n == 1:
            raise KeyError("found")
        print("cleaned", n)
    return "passed"


def swallowed():
    for n in range(4):
        try:
            try:
                if n == 1:
                    continue
                if n == 2:
                    raise ValueError(n)
                if n == 3:
                    break
            finally:
                print("inner", n, handled())
        except ValueError as error:
            print("got", error)
            continue
        print("end of turn", n)
    print("after", handled())


def left_by_return(n):
    try:
        raise ValueError(n)
    except ValueError as error:
        if n:
            return error.args
    try:
        error
    except NameError as missing:
        return type(missing).__name__


def managers(n):
    with Guard("a"), Guard("b", suppresses=n == 1), Guard("c", fails=n == 2) as c:
        if n == 3:
            return c.name
        if n:
            raise KeyError(n)
        print("body")
    print("after", handled())


def with_in_handler():
    try:
        raise ValueError("first")
    except ValueError:
        with Guard("h"):
            print("body", handled())
            raise TypeError("second")


def matching_fails():
    error = "kept"
    try:
        try:
            raise ValueError("v")
        except undefined_name as error:
            print("never")
    except NameError as other:
        print(type(other.__context__).__name__ if hasattr(other, "__context__") else "ValueError", error)


def nested_names():
    try:
        raise ValueError("outer")
    except ValueError as e:
        try:
            raise KeyError("inner")
        except KeyError as e:
            print("inner", handled())
        print("between", handled())
    try:
        e
    except NameError:
        print("unbound")


def run(function, *args):
    print("==", function.__name__, args)
    try:
        print("->", function(*args))
    except Exception as error:
        for entry in traceback.extract_tb(sys.exc_info()[2]):
            print("  at", entry[2], entry[1])
        while error is not None:
            print("  ", type(error).__name__, error, getattr(error, "__suppress_context__", None))
            error = getattr(error, "__context__", None)


for turn in range(3):
    for function in (reraised, replaced, unmatched, in_else, swallowed, with_in_handler, matching_fails, nested_names):
        run(function)
    for function, count in ((from_finally, 3), (left_by_return, 2), (managers, 4)):
        for n in range(count):
            run(function, n)
print(handled())
