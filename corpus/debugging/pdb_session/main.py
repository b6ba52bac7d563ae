# pdb.set_trace() and breakpoint(), with commands from standard input.
import pdb
def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t
def g(x):
    y = x * 2
    return y
print('start')
pdb.set_trace()
r = f(3)
print(r)
breakpoint()
print('end')

def outer(word):
    count = len(word)
    def middle(n):
        inside = n * count
        breakpoint()
        return inside
    result = middle(2)
    return result

print(outer('abc'))

class Stack:
    def __init__(self): self.items = []
    def push(self, item):
        self.items.append(item)
        return self

def raising():
    try:
        Stack().pop()
    except AttributeError as e:
        print('caught', e)
    return [x * 2 for x in range(3)]

breakpoint()
raising()
s = Stack()
s.push(1).push(2)
print(s.items)
