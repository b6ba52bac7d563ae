# pymp: python=2,3
"""`replace` and `==` of short and long bytes and bytearrays."""
from __future__ import print_function

texts = [b'', b'a', b'aa', b'abcabc', b'aaaa', b'xaXax', b'\x00\xff\x00', b'ab' * 600, b'a' * 1024, b'a' * 1025]
parts = [b'', b'a', b'aa', b'ab', b'c', b'\x00', b'\xff\x00', b'ba' * 3]
total = 0
for text in texts:
    for old in parts:
        for new in parts:
            for count in (-1, 0, 1, 2, 100):
                result = text.replace(old, new, count)
                other = bytearray(text).replace(bytearray(old), memoryview(new), count)
                assert result == other and other == result and type(other) is bytearray
                total = (total * 31 + len(result) * 7 + sum(bytearray(result[:40])) + (result == text)) % 1000003
print(total)
print(b'abcabc'.replace(b'bc', b''), b'abc'.replace(b'', b'-'), b'abc'.replace(b'', b'-', 2), b'aaa'.replace(b'aa', b'b'))
a = bytearray(b'abab')
b = a.replace(a, a)
b += b'x'
print(a, b, a.replace(b'z', b'y') is a, a.replace(b'a', a))
for wrong in (lambda: b'a'.replace(b'a', 1), lambda: b'a'.replace(None, b'a'), lambda: b'a'.replace(b'a', b'b', 'c')):
    try:
        print(wrong())
    except TypeError as e:
        print('TypeError')


class Bytes(bytes):
    pass


class Equal(bytes):
    def __eq__(self, other):
        return 'asked'

    __hash__ = bytes.__hash__


for n in (0, 1, 63, 64, 65, 300):
    x = b'q' * n
    y = bytearray(x)
    same = [x == y, y == x, x == Bytes(x), x != y, Bytes(x) != x, x == x + b'!', {x: 1}.get(bytes(y)), x == Equal(x)]
    if n:
        y[-1] = 0
        same += [x == y, x != y, x == bytes(y), {x: 1}.get(bytes(y)), x < bytes(y), x >= y]
    print(n, same)
print(b'a' == 1, b'a' != None, bytearray(b'a') == memoryview(b'a'), memoryview(b'a') == b'a')
