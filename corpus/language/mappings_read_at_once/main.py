# pymp: python=3
"""`{**a, **b}` and `f(**a, **b)`: each mapping is read before the next part is evaluated."""


class Told:
    def __init__(self, name, **entries):
        self.name = name
        self.entries = entries

    def keys(self):
        print('keys of', self.name)
        return list(self.entries)

    def __getitem__(self, key):
        print(self.name, 'gives', key)
        return self.entries[key]


def told(value):
    print('told', value)
    return value


def numbers():
    print('numbers')
    yield 1
    print('more numbers')
    yield 2


def show(*args, **kwargs):
    print(args, kwargs)


class Shower:
    show = staticmethod(show)

    def method(self, *args, **kwargs):
        print('method', args, kwargs)


def attempt(do):
    try:
        print('made', do())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)


def first():
    print('first')
    return Told('first', a=1, b=2)


def second():
    print('second')
    return Told('second', c=3)


print({'x': told(0), **first(), 'y': told(1), **second(), 'z': told(2)})
show(x=told(0), **first(), y=told(1), **second(), z=told(2))
show(*numbers(), x=told(0), **first(), y=told(1), **second(), z=told(2))
show(told(1), *numbers(), **first(), y=told(1), **second())
show(*numbers(), *numbers(), **first(), y=told(1), **second())
Shower().method(told(1), **first(), y=told(2), **second())
Shower().method(*numbers(), **first(), y=told(2))
Shower.show(**first(), **second())
(lambda **kw: print(list(kw)))(**first(), **second())
dict(**first(), **second(), d=told(4))

attempt(lambda: {**1, **told({})})
attempt(lambda: {**first(), **None, 'x': told(1)})
attempt(lambda: {told('x'): 1, **told(1), **told({})})
attempt(lambda: {[]: 1, **told({})})
attempt(lambda: {**{1: 2}, **{2: 3}, **told({1: 4})})
attempt(lambda: show(**1, **told({})))
attempt(lambda: show(*numbers(), **1, a=told(1)))
attempt(lambda: show(a=1, **{'a': 1}, b=told(1)))
attempt(lambda: show(**{'a': 1}, **{'a': 2}, b=told(1)))
attempt(lambda: show(**{1: 2}, b=told(1)))
attempt(lambda: show(**{1: 2}, **{1: told(1)}))
attempt(lambda: Shower().method(**None, b=told(1)))
attempt(lambda: [].sort(**{'key': len}, **told(1), reverse=told(2)))
attempt(lambda: print(*told(1), **{}, **told({})))
attempt(lambda: print(1, **{'sep': 1}, **told({})))
attempt(lambda: told(1)(**first(), **told({})))


def steps():
    show(**first(), a2=(yield 1), **second(), d=(yield 2))
    print({**first(), 'k': (yield 3), **second()})


running = steps()
print(next(running), running.send('one'), running.send('two'))
try:
    running.send('three')
except StopIteration:
    print('done')
