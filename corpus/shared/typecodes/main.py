# pymp: python=2,3
"""The codes that Value and Array know, and what select takes."""
from __future__ import print_function
import select
from multiprocessing import Array, Value

for code in 'bBhHiIlLqQfdcuxyz':
    try:
        print(code, Value(code).get_obj().__class__.__name__, len(Array(code, 2)))
    except Exception as e:
        print(code, type(e).__name__, e)
for lists in ((1, [], []), ([], None, []), ([], (), [])):
    try:
        print(select.select(*(lists + (0,))))
    except Exception as e:
        print(type(e).__name__, e)
for given in (int, float, str, None, len, object(), 'zz', 2.5, Value):
    for make in (lambda: Value(given, 1), lambda: Array(given, 3), lambda: Array(given, [1, 2])):
        try:
            make()
        except TypeError as e:
            print(type(given).__name__, e)
        except OverflowError as e:
            print(type(given).__name__, type(e).__name__)
for array in Array('i', 3), Array('i', 3).get_obj():
    for value in (reversed([1, 2, 3]), iter((1, 2, 3)), (i for i in range(3)), {1, 2, 3}, {1: 1, 2: 2, 3: 3}, range(3), (1, 2), 5,
                  Array('i', [7, 8, 9])):
        for part in slice(None), slice(0, 2):
            try:
                array[part] = value
                print(array[:])
            except (TypeError, ValueError) as e:
                print(type(e).__name__, e)
