# pymp: python=2,3
# Names of JavaScript's own objects are a program's for whatever it likes.


class Math:
    def div(self, x, y):
        return x // y

    def mod(self, x, y):
        return x % y


class Number(object):
    def __init__(self, v):
        self.v = v


class Map(dict):
    pass


def Object(x):
    return [x, {'a': x}]


Array, Symbol, String, BigInt, Error, Set, globalThis, Reflect = 'Array Symbol String BigInt Error Set globalThis Reflect'.split()


def local(a, b):
    Math = a // b
    Number = a % b
    return Math, Number, a * b - a // 3


def work(n):
    total = 0
    for i in range(1, n):
        total = (total * 31 + i) % 1000003
        total += (i * i) // 7 % 5
    return total, float(n) // 3, -n // 2, n % -3, abs(-n)


m = Math()
print((m.div(7, 2), m.mod(7, 2), m.div(-7.5, 2), m.div(2 ** 70, 3)))
print(local(17, 5))
print([work(n) for n in (2, 10, 3000)])
print((Number(3).v, Map(a=1), Object(2), Array, Symbol, String, BigInt, Error, Set, globalThis, Reflect))
