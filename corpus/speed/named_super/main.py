"""super(Class, self) with both names written, called often: then the classes, the names and the object change under way."""
import sys


class Base(object):
    def __init__(self, n):
        self.n = n

    def step(self, k):
        return self.n + k

    @classmethod
    def make(cls, n):
        return cls(n)

    @property
    def size(self):
        return lambda: self.n

    @staticmethod
    def fixed(k):
        return k + 1


class Middle(Base):
    def __init__(self, n):
        super(Middle, self).__init__(n + 1)

    def step(self, k):
        return super(Middle, self).step(k) * 2

    @classmethod
    def make(cls, n):
        return super(Middle, cls).make(n + 10)

    def others(self):
        return super(Middle, self).size(), super(Middle, self).fixed(1)


class Other(Base):
    def step(self, k):
        return super(Other, self).step(k) + 1000


class Leaf(Middle, Other):
    def step(self, k):
        return super(Leaf, self).step(k + 1) + 1


def go():
    total = 0
    for i in range(300):
        for cls in Middle, Leaf:
            o = cls.make(i)
            total += o.step(i) + sum(o.others())
    return total


print(go())
old = Base.step
Base.step = lambda self, k: old(self, k) + 5
print(go())
Other.step = property(lambda self: lambda k: 7)
print(go())
del Other.step
print(go())
Leaf.__bases__ = (Other, Middle)
print(go())
Base.step = len
try:
    print(go())
except TypeError as e:
    print(e)
del Base.step
try:
    print(go())
except AttributeError as e:
    print(e, e.__traceback__.tb_next.tb_frame.f_code.co_name if sys.version_info[0] > 2 else '')
Base.step = old


class Wrong(object):
    def step(self, k):
        return super(Middle, self).step(k)


for wrong in Wrong(), None:
    try:
        Wrong.__dict__['step'](wrong, 1)
    except (AttributeError, TypeError) as e:
        print(e)
Real = Middle
Middle = 5
try:
    Leaf.make(1)
except TypeError as e:
    print(e)
Middle = Real
print(go())


def super(cls, self):
    print('mine', cls.__name__, type(self).__name__)
    return Base(100)


print(Leaf(1).step(1))
