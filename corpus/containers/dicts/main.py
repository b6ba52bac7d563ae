"""Everything a dict does in Python 3, insertion order included."""
ages = {'ann': 31, 'bob': 25}
ages['cy'] = 40
ages.update(dee=19, ann=32)
print(ages, len(ages), ages['ann'], ages.get('zed'), ages.get('zed', 0), 'bob' in ages, list(ages))
print(ages.pop('bob'), ages.pop('zed', None), ages.setdefault('eve', 50), ages.setdefault('cy', 0), ages)
del ages['ann']
ages['ann'] = 1
print(ages, list(ages.items()), sorted(ages.values()), ages.popitem(), {**ages, 'x': 1}, ages | {'y': 2})
for name, age in ages.items():
    print(name, age)
print(dict([('a', 1), ('b', 2)]), dict(zip('ab', range(2))), dict.fromkeys('xyz', 0), dict(a=1) == {'a': 1}, dict({'k': 'v'}, k2='v2'))
print({1: 'int', 1.0: 'float', True: 'bool'}, {(1, 2): 'tuple'}[1, 2], {None: 0}, {frozenset([1]): 1})
keys = ages.keys()
ages['late'] = 0
print(keys, keys & {'late', 'other'}, sorted(keys - {'late'}), ages.items() >= {('late', 0)}, list(reversed(ages)))
counts = {}
for letter in 'mississippi':
    counts[letter] = counts.get(letter, 0) + 1
print(counts, max(counts, key=counts.get), sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
nested = {}
nested.setdefault('list', []).append(1)
nested.setdefault('list', []).append(2)
print(nested, {k: v for k, v in nested.items() if v}, {v: k for k, v in counts.items()})


class Default(dict):
    def __missing__(self, key):
        return f'no {key}'


print(Default(a=1)['a'], Default()['b'], Default().get('b'))
for action in (lambda: {}['k'], lambda: {[]: 1}, lambda: {}.popitem(), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {} + {}, lambda: {} < {}):
    try:
        print(action())
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    for key in ages:
        ages[key + '!'] = 1
except RuntimeError as error:
    print(error)
ages.clear()
print(ages, bool(ages), {'a': {'b': {'c': 1}}}['a']['b']['c'])
