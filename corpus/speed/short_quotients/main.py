"""Division of long integers whose quotient is short, near the lengths at which the way changes."""
import random
r = random.Random(5)
ok = True
for bits in (8000, 8191, 8192, 8193, 9000, 20000, 40000):
    for extra in (0, 1, 3, 4, 60, 300, 1200, 3000, bits):
        for k in range(3):
            y = r.getrandbits(bits) | (1 << bits - 1)
            for x in (r.getrandbits(bits + extra), y << extra, (y << extra) - 1, (y << extra) + 1, y * r.getrandbits(extra + 1), (1 << bits + extra) - 1, y - 1, 0):
                for a, b in ((x, y), (-x, y), (x, -y), (-x, -y)):
                    q, m = divmod(a, b)
                    ok = ok and q * b + m == a and (0 <= m < b or b < m <= 0) and q == a // b and m == a % b
print(ok)
