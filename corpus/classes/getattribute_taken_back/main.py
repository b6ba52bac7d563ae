# pymp: python=2,3
"""A class gets a `__getattribute__` when it has instances, and loses it again."""
from __future__ import print_function


class A(object):
    y = 'class'

    def __init__(self, x):
        self.x = x


a = A(1)
A.__getattribute__ = lambda self, name: 'asked ' + name
print(a.y, a.x)
del A.__getattribute__
print(a.y, a.x)
a.x = 2
print(a.x, vars(a))
