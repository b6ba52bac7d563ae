"""What comes and goes at the same place again and again: keys, items in the middle of a deque, bytes at the front, new items at the end of a sorted list."""
import random
from collections import OrderedDict, deque
from functools import lru_cache

for make in (lambda i: i, lambda i: "k%d" % i, lambda i: (i, 1), lambda i: i / 2, lambda i: -i * 2**40):
    d = {make(i): i for i in range(3000)}
    for i in range(6000):
        key = make(i % 3)
        assert d.pop(key) is not None and key not in d
        d[key] = i
        if i % 1000 == 0:
            del d[make(i // 2 + 5)]
    print(len(d), list(d)[:3], list(d.items())[-3:], make(4) in d, make(5) in d, make(505) in d)
    s = {make(i) for i in range(300)}
    for i in range(3000):
        s.remove(make(7))
        assert make(7) not in s
        s.add(make(7))
    print(len(s), make(7) in s)

o = OrderedDict((i, str(i)) for i in range(2000))
it = iter(o)
next(it)
for i in range(5000):
    o.move_to_end(i % 3)
print(list(o)[:3], list(o)[-4:], len(o), o.popitem(), o.popitem(last=False))
try:
    print(next(it))
except RuntimeError as error:
    print(error)


@lru_cache(maxsize=50)
def square(n):
    return n * n


for i in range(5000):
    square(i % 3)
    square(i % 60 if i % 7 == 0 else 1)
print(square.cache_info())

r = random.Random(1)
d, l = deque(range(40)), list(range(40))
for step in range(3000):
    at = r.randrange(-len(l) - 2, len(l) + 3)
    kind = r.randrange(6)
    if kind == 0 or len(l) < 5:
        d.insert(at, step)
        l.insert(at, step)
    elif kind == 1 and -len(l) <= at < len(l):
        del d[at]
        del l[at]
    elif kind == 2:
        d.append(d.popleft())
        l.append(l.pop(0))
    elif kind == 3:
        d.remove(l[len(l) // 2])
        l.remove(l[len(l) // 2])
    elif kind == 4:
        d.appendleft(step)
        l.insert(0, step)
    assert list(d) == l and len(d) == len(l)
print(len(d), sum(d))
d = deque("abcdef", maxlen=7)
d.insert(2, "x")
print(d)
try:
    d.insert(2, "y")
except IndexError as error:
    print(error)
it = iter(d)
next(it)
del d[3]
try:
    next(it)
except RuntimeError as error:
    print(error)
d = deque([1, 2, 3])
for i in (1, 0, -1):
    d.insert(i, "i%d" % i)
    print(d)
del d[2], d[-2], d[0]
print(d)

b, w = bytearray(), b""
for step in range(4000):
    part = bytes(r.randrange(256) for _ in range(r.randrange(6)))
    b += part
    w += part
    n = r.randrange(5)
    if r.randrange(3):
        del b[:n]
        w = w[n:]
    elif step % 5 == 0 and w:
        assert b.pop(0) == w[0]
        w = w[1:]
    assert b == w and len(b) == len(w), step
    if w:
        b[0] = b[-1] = 7
        w = b"\7" + w[1:-1] + b"\7" if len(w) > 1 else b"\7"
print(len(b), bytes(b[:5]), b.find(b"\7", 1), b[len(b) // 2:][:3] == w[len(w) // 2:][:3])
with memoryview(b) as view:
    try:
        del b[:2]
    except BufferError as error:
        print(error)
    print(bytes(view[:2]))
del b[:2]
b.insert(0, 1)
b.extend(b"end")
b[:1] = b""
print(b[-3:], b.startswith(b"\7") or b[:1])
del b[:]
print(b, len(b))

numbers, texts = [], []
for i in range(2000):
    numbers.append(r.randrange(500) * (2**53 if i % 100 == 3 else 1))
    texts.append("t%d" % r.randrange(500))
    if i % 3 == 0:
        numbers.sort()
        texts.sort()
        assert all(a <= b for a, b in zip(numbers, numbers[1:])) and all(a <= b for a, b in zip(texts, texts[1:]))
print(numbers[:3], numbers[-3:], texts[:3], texts[-3:])
numbers = list(range(200)) + [5, True, 1.0, -1]
numbers.sort()
print(numbers[:6], numbers[-1])
numbers = list(range(200)) + [50, -3]
numbers.sort(reverse=True)
print(numbers[:3], numbers[-3:], sorted(list(range(100)) + [3, 2, 1])[:6], sorted(["a"] * 100 + ["", "b", "\U0001F600", "\uffff"])[-3:])
