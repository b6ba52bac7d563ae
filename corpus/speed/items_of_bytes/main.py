"""Items of bytes, bytearrays and arrays by index, in plain objects and in ones of subclasses."""
import array


class Loud(bytes):
    def __getitem__(self, key):
        return ("loud", key)


class Counting(bytearray):
    def __setitem__(self, key, value):
        bytearray.__setitem__(self, key, value + 1)


class Quiet(array.array):
    pass


def shown(make):
    try:
        return make()
    except Exception as error:
        return type(error).__name__ + ": " + str(error)


def store(o, key, value):
    o[key] = value
    return o[key]


def total(o):
    s = 0
    for i in range(len(o)):
        s += o[i] * (i + 1)
        s -= o[-i - 1]
    return s


KEYS = (0, 2, -1, -3, 3, -4, 10**20, True, 1.0, None, "a", slice(0, 2))
VALUES = (0, 255, 256, -1, True, 1.5, "a", None, 10**20, -0.0)


def objects():
    yield b"\x00\x7f\xff"
    yield bytearray(b"\x00\x7f\xff")
    yield Loud(b"abc")
    yield Counting(b"abc")
    for code in "bBhHiIlLqQfd":
        yield array.array(code, [0, 1, 100])
    yield Quiet("i", [1, 2, 3])


for o in objects():
    print(type(o).__name__, [shown(lambda: o[key]) for key in KEYS])
    print([shown(lambda: store(o, key, 7)) for key in KEYS if not isinstance(key, slice)])
    print([shown(lambda: store(o, 1, value)) for value in VALUES])

data = bytes(range(256)) * 8
print(total(data), total(bytearray(data)), total(array.array("I", data)), total(array.array("d", data)))
shrinking = bytearray(data)
del shrinking[10:]
print(shown(lambda: shrinking[10]), shown(lambda: store(shrinking, 10, 1)), shrinking[9], len(shrinking))
shrinking.append(5)
print(shrinking[10], shown(lambda: shrinking[11]), shown(lambda: store(shrinking, -12, 1)))
