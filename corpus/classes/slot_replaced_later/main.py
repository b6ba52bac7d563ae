# pymp: python=2,3
"""A class attribute put in the place of a slot hides what instances have in it, floats too."""


class Point(object):
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x


def total(points):
    return sum(point.x * 2 for point in points)


points = [Point(n + 0.5) for n in range(200)]
print(total(points))
Point.x = 5
print(total(points), points[0].x)
