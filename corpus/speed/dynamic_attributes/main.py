"""Attributes by computed names, found or not, of classes that change under way."""
from __future__ import print_function
import math


class Node(object):
    made = 0
    nothing = None

    def __init__(self, value):
        self.value = value
        self.half = value / 2.0
        Node.made += 1

    def visit_a(self, x):
        return x + self.value

    def visit_b(self, x):
        return x - self.value

    @property
    def broken(self):
        raise AttributeError('inside')

    @property
    def failing(self):
        raise KeyError('inside')


class Leaf(Node):
    pass


class Slotted(object):
    __slots__ = ('x', 'y')


def use(nodes, rounds):
    total = 0
    seen = set()
    for i in range(rounds):
        node = nodes[i % len(nodes)]
        total += getattr(node, 'visit_' + 'ab'[i & 1])(i)
        total += getattr(node, 'half', 7) + getattr(node, 'gone', 2)
        if hasattr(node, 'late'):
            total += node.late
        seen.add((getattr(node, 'nothing', 5), getattr(node, 'broken', 'hidden'), hasattr(node, 'broken')))
        setattr(node, 'f%d' % (i % 9), i)
        Node.made += 1
    return total, sorted(seen, key=repr), Node.made, Leaf.made


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


nodes = [Node(3), Leaf(4)]
print(use(nodes, 3000))
attempt(lambda: getattr(nodes[0], 'failing', 1))
attempt(lambda: hasattr(nodes[0], 'failing'))
attempt(lambda: getattr(nodes[0], 'gone'))
attempt(lambda: nodes[1].gone)
attempt(lambda: getattr(nodes[0], 'broken'))
attempt(lambda: [getattr(x, 'real', 'no') for x in (1, True, None, 'a', 2.5, [], math)])
attempt(lambda: [hasattr(x, '__len__') for x in (1, True, None, 'a', 2.5, [], math)])
attempt(lambda: (hasattr(math, 'pi'), hasattr(math, 'pie'), getattr(math, 'pie', 3)))
attempt(lambda: (hasattr(None, 'x'), getattr(None, 'x', 1), hasattr(None, '__class__')))
attempt(lambda: None.x)
s = Slotted()
s.x = None
print(getattr(s, 'x', 1), getattr(s, 'y', 2), hasattr(s, 'y'), hasattr(s, 'z'))

Node.late = 10
print(use(nodes, 300))
Leaf.made = 0
print(use(nodes, 300))
del Node.late
Leaf.__getattr__ = lambda self, name: 100 if name == 'gone' else object.__getattribute__(self, name)
print(use(nodes, 300))
attempt(lambda: nodes[1].other)
Leaf.__getattribute__ = lambda self, name: object.__getattribute__(self, name)
print(use(nodes, 300))
print([sum(getattr(nodes[0], 'f%d' % i) for i in range(9))])
for i in range(9000):
    setattr(nodes[0], 'g%d' % i, i)
print(sum(getattr(nodes[0], 'g%d' % i, 0) for i in range(9100)))
