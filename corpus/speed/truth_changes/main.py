"""Objects that are true because nothing says otherwise, until something does: in the class, a base, the class of the class."""
from __future__ import print_function


class Base(object):
    pass


class Node(Base):
    def __init__(self, value, after):
        self.value = value
        self.after = after


def total(node):
    found = 0
    while node:
        found += node.value
        node = node.after
    return found


def count(node):
    n = 0
    for _ in range(300):
        if not node: n += 1
        if node and node.value: n += 1
    return n


chain = None
for i in range(200): chain = Node(i, chain)


def show(what):
    print(what, total(chain), count(chain), bool(chain))


def false(self): return False


def odd(self): return self.value % 2 == 1


for _ in range(3): show('plain')
NAME = '__bool__' if bool(type('T', (object,), {'__nonzero__': false})()) else '__nonzero__'
Base.__len__ = lambda self: 0
show('__len__ of the base')
del Base.__len__
show('gone')
setattr(Node, NAME, odd)
show('truth of the class')
setattr(Node, NAME, None)
try: show('None')
except TypeError as e: print(type(e).__name__)
delattr(Node, NAME)
setattr(chain, NAME, lambda: False)
show('of the instance alone')


class Empty(object):
    def __len__(self): return 0


Node.__bases__ = (Empty,)
show('another base')
Node.__bases__ = (Base,)
show('the base back')
chain.__class__ = type('Other', (Node,), {NAME: false})
show('another class')
chain.__class__ = Node
show('its class back')


class Meta(type):
    pass


Made = Meta('Made', (object,), {'value': 1})
for _ in range(3): print(count(Made))
setattr(Meta, NAME, lambda cls: False)
print(count(Made), bool(Made), bool(Made()))
Meta.__len__ = lambda cls: 3
delattr(Meta, NAME)
print(count(Made))
Meta.__len__ = lambda cls: 0
print(count(Made))


class Quiet(object):
    value = 1
    def __getattr__(self, name): return lambda *args: 0


print(count(Quiet()))


def gen():
    got = []
    while True: got.append((yield len(got)))


g = gen()
print(next(g), [g.send(i) for i in range(3)])


def tried(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


tried(lambda: g.send()); tried(lambda: g.send(1, 2)); tried(lambda: gen().send(1)); tried(lambda: type(g).send(g, 7))
tried(lambda: type(g).send(5, 7))
g.close()
tried(lambda: g.send(1))
