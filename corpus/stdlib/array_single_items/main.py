# pymp: python=2,3
"""Arrays that get and lose single items, of every kind of cell."""
from __future__ import print_function
from array import array
# One item put in or taken out, at either end and between, of every kind of cell.
for code, values in (('b', [-1, 2, -3]), ('H', [1, 65535, 3]), ('i', [-5, 6, 7]), ('q', [-(2 ** 60), 5, 2 ** 62]),
                     ('Q', [2 ** 64 - 1, 0, 1]), ('f', [0.5, -2.0, 1e30]), ('d', [1.5, float('inf'), -0.0])):
    try:
        a = array(code, values)
    except ValueError:
        continue
    for at in (0, 1, 3, 9, -1, -9):
        a.insert(at, values[0])
    print(code, a)
    print([a.pop(), a.pop(0), a.pop(-2), a.pop(3)], a)
    del a[0], a[-1]
    a.remove(values[0])
    print(a, len(a))
    for wrong in (lambda: a.insert(0, 'x'), lambda: a.insert('x', values[0]), lambda: a.pop(9), lambda: a.insert(0, 2 ** 70)):
        try:
            print(wrong(), len(a))
            a.pop(0)
        except (TypeError, IndexError, OverflowError) as e:
            print(type(e).__name__, len(a))
    while a:
        a.pop()
    a.insert(5, values[1])
    print(a)

# While a view is held nothing moves.
a = array('d', [1.5, 2.5])
view = memoryview(a) if hasattr(memoryview, 'cast') else None
if view is not None:
    for change in (lambda: a.insert(0, 1.0), lambda: a.pop(), lambda: a.append(1.0), lambda: a.remove(1.5)):
        try:
            change()
        except BufferError as e:
            print(e, a)
    view.release()
a.pop()
print(a)
# Compared, of one kind and of two.
nan = float('nan')
kinds = [array(code, values) for code, values in (('b', [1, -2]), ('i', [1, -2]), ('i', [1, -2, 3]), ('i', [1, 5]), ('i', []), ('B', [200]), ('d', [1.0, -2.0]), ('d', [0.0]),
                                                  ('d', [-0.0]), ('d', [nan]), ('f', [nan, 1.0]), ('L', [2 ** 31, 1]), ('l', [-1, 2 ** 31 - 1]))]
for a in kinds:
    print([(a == b, a != b, a < b, a <= b, a > b, a >= b) for b in kinds], a == array(a.typecode, a), a == list(a), a != 5)
