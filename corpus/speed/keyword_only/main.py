"""Calls laid out for functions with keyword-only parameters, which change under way."""


class Vector:
    def __init__(self, x=0, y=0, *, z=1):
        self.x = x
        self.y = y
        self.z = z

    def moved(self, dx=1, *, dy=0, scale=1):
        return Vector(self.x + dx * scale, self.y + dy * scale, z=self.z + 1)

    def __repr__(self):
        return 'Vector(%r, %r, z=%r)' % (self.x, self.y, self.z)


class Named(Vector):
    def __init__(self, name, **rest):
        super().__init__(**rest)
        self.name = name


def join(a, b=2, *, sep=',', end='.'):
    return f'{a}{sep}{b}{end}'


def strict(a, *, must, may=3):
    return a + must + may


def count(n, *, step=1.5):
    for i in range(n):
        yield i * step


def keep(x=1, *, y=2):
    return lambda: (x, y)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def use(rounds):
    v = Vector()
    text = ''
    total = 0
    for i in range(rounds):
        v = v.moved(dy=2, scale=3)
        v = v.moved(2)
        v = Vector(v.x, z=v.z, y=v.y)
        text = join(i) + join(i, 3) + join(i, sep=';') + join(b=i, a=1, end='!')
        total += strict(i, must=2) + strict(1, may=i, must=0)
        total += sum(count(2, step=i)) + sum(count(2))
    return v, text, total, keep()(), keep(5)(), keep(y=6)()


print(use(3000))
print(Named('n', z=4, x=2), Named('n').name)

attempt(lambda: Vector(1, 2, 3))
attempt(lambda: Vector(1, w=3))
attempt(lambda: Vector(1, x=3))
attempt(lambda: Vector().moved(1, 2))
attempt(lambda: strict(1))
attempt(lambda: strict(1, may=2))
attempt(lambda: strict(must=1))
attempt(lambda: join())
attempt(lambda: join(1, 2, 3, end=4))
attempt(lambda: join(sep=1))

join.__kwdefaults__['sep'] = '-'
print(use(200))
del join.__kwdefaults__['sep']
attempt(lambda: join(1))
attempt(lambda: join(1, end=''))
attempt(lambda: use(2))
join.__kwdefaults__ = None
attempt(lambda: join(1))
attempt(lambda: join(1, sep='', end=''))
join.__kwdefaults__ = {'sep': '+', 'end': ''}
join.__defaults__ = (8, 9)
attempt(lambda: join())
attempt(lambda: join(end='x'))
join.__defaults__ = None
attempt(lambda: join(1))
attempt(lambda: join(1, sep='x'))
join.__defaults__ = (2,)
print(use(200))


def broken(self, x=0, y=0, *, z=1):
    self.x, self.y, self.z = x, y, z
    return z


original = Vector.__init__
Vector.__init__ = broken
attempt(lambda: Vector(1, z=2))
attempt(lambda: use(2))
Vector.__init__ = original
print(use(200))
Named.__new__ = lambda cls, *args, **kwargs: object.__new__(Vector)
print(type(Named('n', z=2)).__name__)


def moved(self, dx=1, *, dy=0, scale=1):
    return Vector(dx, dy, z=scale)


Vector.moved = moved
print(use(200))
Vector = dict
print(Vector(z=1))
