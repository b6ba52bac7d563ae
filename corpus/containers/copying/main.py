# pymp: python=2,3
"""References, shallow copies, deep copies."""
from __future__ import print_function
import copy

original = {'list': [1, [2]], 'tuple': (1, [3])}
shallow = copy.copy(original)
deep = copy.deepcopy(original)
original['list'][1].append('changed')
original['new'] = True
print(sorted(shallow.items()))
print(sorted(deep.items()))
print(shallow['list'] is original['list'], deep['list'] is original['list'])
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin is not loop, twin[1] is twin, twin[0])


class Node(object):
    def __init__(self, name):
        self.name, self.links = name, []


a, b = Node('a'), Node('b')
a.links.append(b)
b.links.append(a)
c = copy.deepcopy(a)
print(c.links[0].links[0] is c, c.links[0] is b, c.links[0].name)


class Custom(object):
    def __deepcopy__(self, memo):
        return 'made by __deepcopy__'

    def __copy__(self):
        return 'made by __copy__'


print(copy.copy(Custom()), copy.deepcopy([Custom()]))


def modify(items, number):
    items.append(number)
    number += 1
    items = ['rebound']
    return number


mine, n = [], 5
print(modify(mine, n), mine, n)
print([] is [], () is (), 'a' 'b' == 'ab', None is None, [1] == [1])
