# pymp: python=2
"""The items of Python 2's arrays of unsigned ints are longs, and each way out of their range has its message."""
import array
import pickle

for t in 'IL':
    a = array.array(t, [1, 2L, 3])
    print a, a[0], repr(a[0]), a.tolist(), type(a[1]), a[1:], a.pop(), a.index(2), a.count(1), list(a), 1 in a
    a.insert(0, 7)
    a.append(8L)
    a.extend([5])
    print a
    for x in a: print repr(x),
    print a.tostring().encode('hex'), a.itemsize
    a.byteswap()
    print a
    a.fromlist([9])
    print a
    print repr(pickle.dumps(a)), pickle.loads(pickle.dumps(a, 2))
    try:
        a[0] = -1L
    except Exception as e:
        print e
    try:
        a[0] = -1
    except Exception as e:
        print e
    try:
        a[0] = 'x'
    except Exception as e:
        print e
for t in 'bBhHiIlLfd':
    for v in (2L**63-1, 2L**63, 2L**64, -2L**63, -2L**63-1, 2.5, 'x', 300, 2**31, -2**31-1, None, True, 1j, -1):
        try:
            print t, v, array.array(t, [v])
        except Exception as e:
            print t, v, type(e), e
