# pymp: python=3 detect=yes
def show(*items, end='!\n'):
    print(*items, sep='-', end=end)


show(7 / 2, 'three')
print(('a', 1))

from functools import partial, reduce


class Stub:
    def later(self): ...


print(reduce(lambda a, b: a + b, [1, 2, 3]), partial(max, 1)(2), Stub().later())
