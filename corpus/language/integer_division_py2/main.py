# pymp: python=2
"""/ and /= of ints and floats, where the types are known and where they are not."""
def k(a, b, n):
    for i in range(1, n):
        a /= i
        b = b * 1.5
        c = a / i
    return a, b, c
print k(100, 2, 3), k(100.0, 2, 3), k(7, 1, 2)
x = 7.0
y = 7
y /= 2
x /= 2
print x, y
class A:
    v = 7
A.v /= 2
print A.v
l = [9, 1.5]
l[0] /= 2
print l
