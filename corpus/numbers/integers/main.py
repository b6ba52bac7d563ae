# pymp: python=2,3
"""Integers of any size, floor division, modulo, bits."""
from __future__ import print_function

print(2 ** 100, -2 ** 63, 10 ** 20 // 7, 10 ** 20 % 7, -(10 ** 20) // 7, -(10 ** 20) % 7)
print(9007199254740991 + 1, 9007199254740991 + 2, 9007199254740993 * 3, 2 ** 53 + 1 - 2 ** 53)
print([(a // b, a % b) for a in (7, -7) for b in (2, -2)], [divmod(a, 3) for a in range(-4, 5)])
print(1 << 70, (1 << 70) >> 68, -1 >> 5, -5 & 0xff, 5 | 8, 6 ^ 3, ~5, ~(1 << 65), -(2 ** 70) >> 69)
print(123456789 ** 5, 3 ** 50 % 1000, pow(7, 222, 1000), pow(2, 0), 0 ** 0, (-3) ** 3)
product = 1
for n in range(1, 26):
    product *= n
print(product, len(str(product)), sum(int(d) for d in str(product)))
print(2 ** 31 * 2 ** 31, 4294967296 * 4294967296, 2147483647 + 1, -2147483648 - 1, 65536 * 65536 * 65536 * 65536)
a, b = 10 ** 18, 10 ** 18 + 1
print(a < b, a == b, a == 1e18, b == 1e18, max(a, b) - min(a, b), hash(5) == hash(5.0), {1: 'a'}[1.0])
while b:
    a, b = b, a % b
print(a, abs(-10 ** 30), -(-10 ** 30) == 10 ** 30, int('9' * 25) + 1, int('-123456789012345678901234567890') // 10 ** 10)
print(int(1e15), int(2.0 ** 70), 10 ** 15 / 2 ** 3.0, float(10 ** 22), (10 ** 17 + 1) * 1.0, 1e308 * 10)
print((12345).bit_length(), (10 ** 20).bit_length(), hex(2 ** 40).rstrip('L'), bin(10), '%x' % 2 ** 70, '%d' % -2 ** 70)
for action in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 << -1, lambda: 5.0 // 0, lambda: 5.0 % 0, lambda: 0 ** -1, lambda: 10.0 ** 400, lambda: float(10 ** 400)):
    try:
        print(action())
    except (ZeroDivisionError, ValueError, OverflowError) as error:
        print(type(error).__name__)
for base in (1, 40, -2):
    try:
        print(int([], base))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for other in ([2, {}], [1, {}], [1], set([1])):
    try:
        print(set([1]).issuperset(other), set([1]).issubset(other))
    except TypeError as error:
        print(error)
texts = ['0', '7', '101', '0b11', '0B11', '0x1f', '0X', '0o17', 'zz', 'Zz', 'ff', '-ff', ' 12 ', '1_0', '', '_1', '9999999999', 'zzzzzzzzzz', 'zzzzzzzzzzz', '1:', '@1', '[1', '`1', '{', '0b', '12.5']
for base in (0, 2, 8, 10, 16, 34, 36):
    found = []
    for text in texts:
        try:
            found.append(int(text, base))
        except ValueError:
            found.append(None)
    print(base, [str(x) for x in found])
sizes = set()
for k in list(range(0, 130)) + [1022, 1023, 1024, 1025, 2000]:
    for n in (2 ** k - 1, 2 ** k, 2 ** k + 1, -(2 ** k), 1 - 2 ** k):
        sizes.add((k, n.bit_length() - k))
        assert n == 0 or 2 ** (n.bit_length() - 1) <= abs(n) < 2 ** n.bit_length(), (k, n)
print(sorted(sizes)[-8:], len(sizes))
if str is not bytes:
    for k in (7, 8, 20, 31, 32, 47, 52, 53, 54, 62, 63, 64, 65, 100):
        for n in (2 ** k - 1, 2 ** k, 2 ** k + 1, -(2 ** k), 1 - 2 ** k, -(2 ** k) - 1):
            for order in ('big', 'little'):
                for size in (6, 7, 8, 9, 16):
                    try:
                        data = n.to_bytes(size, order, signed=n < 0 or k % 2 == 1)
                    except OverflowError as error:
                        print(k, size, error) if order == 'big' and size == 8 else None
                        continue
                    assert int.from_bytes(data, order, signed=n < 0 or k % 2 == 1) == n, (n, data)
                    assert int.from_bytes(data[::-1], 'little' if order == 'big' else 'big', signed=n < 0) % 2 ** 64 == n % 2 ** 64
    print((10 ** 30).to_bytes(20, 'big'), (-10 ** 30).to_bytes(20, 'little', signed=True), int.from_bytes(b'\x00\x20' + bytes(6), 'big', signed=True))
    print(int.from_bytes(b'\xff\xe0' + bytes(6), 'big', signed=True), int.from_bytes(b'\xff\xe0' + bytes(5) + b'\x01', 'big', signed=True))
    print(int.from_bytes(b'\xff' * 8, 'little'), int.from_bytes(b'\xff' * 8, 'little', signed=True), int.from_bytes(memoryview(b'..\x01234567!')[2:10], 'little'))
