# pymp: python=2,3
"""`__del__` runs when the last reference goes: before the next thing that the program does that could show it."""
from __future__ import print_function
import sys
class R(object):
    live = 0
    def __init__(self, name): self.name = name; R.live += 1
    def __del__(self):
        R.live -= 1
        sys.stdout.write('end of %s\n' % self.name)
def scope():
    a = R('a'); b = R('b')
    print('leaving')
scope()
print(R.live)
r = R('r1')
r = R('r2')
print('replaced', R.live)
del r
print(R.live)
d = {'k': R('in dict'), 'l': [R('in list')]}
del d['k']
print('one gone', R.live)
d = None
print('all gone', R.live)
for x in [R('x1'), R('x2')]:
    print(x.name)
print('loop over', R.live)
del x
print(R.live)
class Node(R):
    def __init__(self, name, child=None):
        super(Node, self).__init__(name); self.child = child
chain = Node('outer', Node('inner'))
del chain
print('chain', R.live)


class Shown(R):
    def __repr__(self):
        return 'Shown(%r)' % self.name


def returned():
    value = Shown('returned')
    return value


print(returned())
print(R.live)
held = returned()
again = held
del held
print('still there', again)
del again
print('gone', R.live)
