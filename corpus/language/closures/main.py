"""Closures: shared cells, late binding, nonlocal, and functions as values."""


def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    return step, reset


step, reset = counter(10)
print(step(), step(5), step())
reset()
print(step())
other, _ = counter()
print(other(), step())

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def compose(*functions):
    def composed(value):
        for function in reversed(functions):
            value = function(value)
        return value

    return composed


print(compose(str, lambda n: n * 2, len)('four'))


def outer():
    seen = []

    class Recorder:
        tag = 'r'

        def add(self, item):
            seen.append((self.tag, item))
            return self

    Recorder().add(1).add(2)
    return seen


print(outer())


def deep():
    a = 1

    def middle():
        def inner():
            nonlocal a
            a += 1
            return a

        return inner

    f = middle()
    return f(), f(), a


print(deep())


def unbound():
    def use():
        return later

    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    later = 'now it exists'
    return use()


print(unbound())
print(step.__name__, step.__closure__[0].cell_contents, step.__defaults__)
