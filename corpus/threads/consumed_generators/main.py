"""Generator expressions whose values a thread waits for, used up by built-in functions, displays, calls and assignments."""
from __future__ import print_function
import collections
import threading
import time
try:
    import queue
except ImportError:
    import Queue as queue


def arguments(*args):
    return args


def unpacked(values):
    first, second, third = values
    return third, second, first


def too_many(values):
    try:
        first, second = values
    except ValueError as e:
        return 'too many' in str(e)


def extended(values):
    result = [0]
    result.extend(values)
    return result


CASES = [
    ('sum', lambda q: sum(q.get() for _ in range(3))),
    ('list', lambda q: list(q.get() for _ in range(3))),
    ('tuple', lambda q: tuple(q.get() for _ in range(3))),
    ('set', lambda q: sorted(set(q.get() for _ in range(3)))),
    ('dict', lambda q: sorted(dict((q.get(), 1) for _ in range(3)).items())),
    ('sorted', lambda q: sorted((q.get() for _ in range(3)), key=lambda n: -n)),
    ('min', lambda q: min(q.get() for _ in range(3))),
    ('max', lambda q: max(q.get() for _ in range(3))),
    ('any', lambda q: any(q.get() == 2 for _ in range(3))),
    ('all', lambda q: all(q.get() != 2 for _ in range(3))),
    ('all of them', lambda q: all(q.get() for _ in range(3))),
    ('join', lambda q: ', '.join(str(q.get()) for _ in range(3))),
    ('extend', lambda q: extended(q.get() for _ in range(3))),
    ('deque', lambda q: list(collections.deque((q.get() for _ in range(3)), 2))),
    ('star', lambda q: arguments(*(q.get() for _ in range(3)))),
    ('star after another', lambda q: arguments(0, *(q.get() for _ in range(3)))),
    ('unpack', lambda q: unpacked(q.get() for _ in range(3))),
    ('too many', lambda q: too_many(q.get() for _ in range(3))),
    ('next', lambda q: next(q.get() for _ in range(3))),
    ('zip', lambda q: list(zip('abc', (q.get() for _ in range(3))))),
    ('enumerate', lambda q: [pair for pair in enumerate(q.get() for _ in range(3))]),
    ('filter', lambda q: list(filter(lambda n: n != 2, (q.get() for _ in range(3))))),
    ('filter that waits', lambda q: list(filter(lambda n: q.get() != 2, 'abc'))),
    ('nested', lambda q: sum(n for n in (q.get() for _ in range(3)) if n > 1)),
    ('comprehension', lambda q: [q.get() for _ in range(3)]),
]


def main():
    for name, use in CASES:
        q, results = queue.Queue(), []
        thread = threading.Thread(target=lambda: results.append(use(q)))
        thread.start()
        time.sleep(0.01)
        for n in 1, 2, 3:
            q.put(n)
        thread.join()
        print(name, results[0])


main()
