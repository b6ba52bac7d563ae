# pymp: python=3
"""Keys that go and come while a dict is iterated over, so that its size stays as it was."""


def visit(what, items, change):
    seen = []
    try:
        for item in items:
            seen.append(item)
            if len(seen) > 20:
                break
            change(item)
        print(what, seen)
    except RuntimeError as e:
        print(what, seen, e)


def again(d, key):
    def change(_item):
        del d[key]
        d[key] = 0

    return change


for one in {0: 0}, {'a': 0}, {(1,): 0}, {1.5: 0}, {None: 0}:
    for view in 'keys', 'values', 'items':
        visit(view, getattr(one, view)(), again(one, next(iter(one))))
    visit('dict', one, again(one, next(iter(one))))


def replace(d, at, gone, new):
    def change(item):
        if item == at:
            del d[gone]
            d[new] = 0

    return change


for d, at, gone, new in (
    ({'a': 1, 'b': 2, 'c': 3}, 'a', 'b', 'x'),
    ({1: 1, 2: 2, 3: 3}, 1, 2, 9),
    ({1: 1, 2: 2, 3: 3}, 1, 2, 'text'),
    ({1: 1, 2: 2, 3: 3}, 1, 1, 'text'),
    ({'a': 1, 'b': 2, 'c': 3}, 'b', 'c', 5),
    ({(1, 2): 1, (3, 4): 2}, (1, 2), (3, 4), 'x'),
):
    visit('replaced', d, replace(d, at, gone, new))
