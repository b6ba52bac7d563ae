# pymp: python=2,3
"""A bytearray that grows and shrinks at its end, small and large, and at its beginning."""
from __future__ import print_function


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error).__name__, str(error)


class Index(object):
    def __init__(self, stack):
        self.stack = stack

    def __index__(self):
        self.stack.append(9)
        return -1


stack = bytearray()
print(attempt(stack.pop), attempt(stack.pop, 0))
for size in (1, 3, 40, 63, 64, 65, 300, 5000):
    for i in range(size):
        stack.append(i & 255)
    print(len(stack), bytes(stack[-3:]) == bytes(bytearray(k & 255 for k in range(size))[-3:]), sum(stack))
    total = 0
    while len(stack) > size // 3:
        total += stack.pop()
    print(len(stack), total, stack[-1] if stack else None, stack == bytearray(i & 255 for i in range(size // 3)))
    stack.append(255)
    stack.append(254)
    print(stack.pop(-2), stack.pop(len(stack) - 1), len(stack))
    if size < 50:
        print(list(stack))
    while stack:
        stack.pop(0)

for text in (b'', b'a', b'abc'):
    held = bytearray(text)
    twin = bytearray(held)
    held.append(1)
    held.append(2)
    print(held.pop(), held.pop(), held == twin, attempt(held.pop, 5), attempt(held.pop, -9))
    if held:
        print(held.pop(), held, twin)

stack = bytearray(b'abcdef')
print(stack.pop(), stack, stack.pop(0), stack, stack.pop(2), stack)
print(stack.pop(Index(stack)) if str is not bytes else 9, stack)
copied = stack[:]
stack.pop()
stack.append(65)
print(stack, copied, bytes(stack) == b'bcA', stack.decode(), stack.find(b'A'), list(stack))
print(attempt(stack.pop, 'a')[0], attempt(stack.append, 256), attempt(stack.append, -1), attempt(stack.append, 'ab')[0])
