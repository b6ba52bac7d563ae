"""Attributes that hold floats, stored one by one, by pairs, in place, and then something else."""


class Point(object):
    def __init__(self, x, y, tag):
        self.x, self.y = x, y
        self.tag = tag

    def move(self, by):
        self.x += by * 0.5
        self.y -= by * 0.25
        self.x, self.y = self.y, self.x


class Careful(Point):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, (name, value) if name == "x" else value)


class Scaled(object):
    @property
    def x(self):
        return self._x * 2.0

    @x.setter
    def x(self, value):
        self._x = value / 2.0

    def __init__(self, x, y):
        self.x, self.y = x, y


class Slotted(object):
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


points = [Point(1.5 * i, i, "p%d" % i) for i in range(50)]
for _ in range(400):
    for p in points:
        p.move(0.5)
print(points[3].x, points[3].y, points[49].x, points[49].y)
points[3].x, points[3].y = "left", None
print(sorted(points[3].__dict__.items(), key=str))
try:
    points[3].move(1.0)
except TypeError as error:
    print(error)
points[3].x, points[3].y = 2 ** 70, True
points[3].move(2)
print(points[3].x, points[3].y)
del points[4].x
try:
    points[4].move(1.0)
except AttributeError as error:
    print(error)
points[4].x, points[4].y = 0.5, points[4].y
print(points[4].x, sorted(points[4].__dict__))

careful = Careful(1.5, 2.5, "c")
print(careful.x, careful.y)
scaled = Scaled(3.0, 4.0)
for _ in range(100):
    scaled.x, scaled.y = scaled.x + 0.5, scaled.y * 1.0
print(scaled.x, scaled._x, scaled.y)
slotted = Slotted(1.0, 2)
slotted.x, slotted.y = slotted.y * 0.5, slotted.x
slotted.x += 0.25
print(slotted.x, slotted.y)
first, second = Point(0.0, 0.0, 1), Point(0.0, 0.0, 2)
first.x, second.x = second.y - 1.0, first.y + 1.0
print(first.x, second.x, first.__dict__ == {"x": -1.0, "y": 0.0, "tag": 1})


class Logged(object):
    def __init__(self, x):
        self.x = x * 0.5


def store(o):
    o.x = o.x + 0.5
    o.x += 0.25


logged = Logged(1)
for _ in range(300):
    store(logged)
log = []
Logged.__setattr__ = lambda self, name, value: log.append((name, value))
store(logged)
print(logged.x, log)
