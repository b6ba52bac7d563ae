"""Assignment targets of every shape."""
first, *middle, last = range(6)
print(first, middle, last)
(a, b), [c, *d] = (1, 2), 'xyz'
print(a, b, c, d)
a, b = b, a
print(a, b)
x = y = z = []
x.append(1)
print(y, z is x)
i = 0
values = [10, 20, 30]
i, values[i] = 2, 'changed'
print(i, values)
nested = {'k': [0, 0]}
nested['k'][0], nested['new'] = 5, 6
print(nested)
for index, (key, (*parts, end)) in enumerate([('p', (1, 2, 3)), ('q', [4])]):
    print(index, key, parts, end)
print([*range(3), *'ab'], (*(), 1), {**{'a': 1}, 'b': 2, **{'a': 3}}, {*[1, 1, 2]})


def bad(action):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


def too_many():
    a, b = [1, 2, 3]


def too_few():
    a, b, c = 'xy'


def too_few_star():
    a, *b, c = [1]


def not_iterable():
    a, b = 5


for action in (too_many, too_few, too_few_star, not_iterable):
    bad(action)
total = 1
total += 2; total *= 5; total -= 1; total //= 3; total **= 2; total %= 7; total <<= 3; total |= 1; total ^= 3; total &= 0xff; total >>= 1
print(total)
items = [1]
alias = items
items += [2]
alias *= 2
print(items, alias is items)
