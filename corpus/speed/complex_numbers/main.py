# Arithmetic of complex numbers: hot first, then with subclasses and other types.


class Point(complex):
    def __add__(self, other):
        return 'add'

    def __radd__(self, other):
        return 'radd'

    def __rmul__(self, other):
        return 'rmul'

    def __abs__(self):
        return 'abs'


def step(z, c):
    return z * z + c


def lengths(z, c):
    return abs(z), abs(z - c), z - c


def escape(c, limit):
    z = 0j
    n = 0
    while abs(z) <= 2 and n < limit:
        z = z * z + c
        n += 1
    return n


def report(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as error:
        print(f.__name__, type(error).__name__, error)


print(sum(escape(complex(x / 20.0 - 2, y / 20.0 - 1), 40) for x in range(60) for y in range(40)))
for i in range(2000):
    lengths(1j * i, 2 + 1j)
for z in (1 + 2j, 2.5, 3, True, Point(1, 2), -0.0, complex(-0.0, 0.0), float('inf'), complex('inf'), complex('nan')):
    for c in (2 - 1j, 1.5, 7, Point(3, 4), complex(0.0, -0.0), None):
        report(step, z, c)
        report(lengths, z, c)
report(lengths, complex(1e308, 1e308), 0j)
report(step, complex(1e200, 1e200), 1j)
report(step, 'text', 1j)
report(lengths, complex(-0.0, -0.0), 0j)
