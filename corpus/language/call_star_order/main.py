# pymp: python=2,3
# What a call with *value evaluates first, and when it goes through the value.


def shown(x):
    print(x)
    return x


def f(*args, **keywords):
    return args, sorted(keywords.items())


class C(object):
    def m(self, *args, **keywords):
        return args, sorted(keywords.items())

    def __getattr__(self, name):
        print('attribute', name)
        return f


class Mapping(object):
    def __init__(self, *names):
        self.names = names

    def keys(self):
        print('keys')
        return list(self.names)

    def __getitem__(self, name):
        return 1


def items():
    try:
        yield 1
        print('more')
        yield 2
    finally:
        print('end')


c = C()
print(f(shown(1), *shown([2]), x=shown(3), **shown({'a': 4})))
print(f(*shown([2]), x=shown(3)))
print(f(x=shown(3), *shown([2])))
print(c.m(shown(1), *shown([2]), x=shown(3), **shown({'a': 4})))
print(c.m(*shown([2]), **shown({'a': 4})))
print(c.other(shown(1), *shown([2]), x=shown(3), **shown({'a': 4})))

a = [1]
print(f(*a, x=a.append(2)))
print(f(0, *a, x=a.append(3)))
print(c.m(0, *a, x=a.append(4)))
print(c.m(*a, x=a.append(5)))
print(f(*items(), x=shown(5)))
print(f(shown(0), *items(), x=shown(5)))
print(f(*items(), **Mapping('a', 'b')))
print(f(0, *items(), **Mapping('a', 'b')))

CALLS = [
    'F(*None, **Mapping("a"))', 'F(*None, **{"a": 1})', 'F(*None, a=1)', 'F(*None, **5)', 'F(1, *None)', 'F(*5, **None)',
    'F(*None, a=1, **{"a": 2})', 'F(*[], a=1, **{"a": 2})', 'F(**{1: 2})', 'F(*5, **{1: 2})', 'F(*[1], **{1: 2})',
    'F(1, *None, a=1, **{"a": 1})', 'F(*[1], **None)', 'F(*5, **Mapping(1))', 'F(1, *None, **5)', 'F(1, *5, **{"a": 1})',
]
for text in CALLS:
    for g in f, None, len, Mapping, c.m:
        try:
            print(eval(text, {'F': g, 'Mapping': Mapping}))
        except TypeError as e:
            print(text, str(e))
