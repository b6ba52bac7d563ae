# pymp: python=2,3
# Deletions and changes of attributes of what has none.
class A(object):
    def __init__(self, x):
        self.x = x


class M:
    pass


def f(x):
    pass


def delete(o):
    del o.x


def add(o):
    o.x += 1


f.x = 1
for action in delete, add:
    for o in A(1.5), A('s'), None, 5, 's', len, f, A, M(), 2.5, True, [], object(), ValueError('x'):
        for i in range(2):
            try:
                action(o)
                print(action.__name__, 'done', o.x if hasattr(o, 'x') else 'gone')
            except Exception as e:
                print(action.__name__, type(e).__name__, str(e))
for name in 'x', 'y':
    for o in None, A, M:
        try:
            delattr(o, name)
        except Exception as e:
            print(type(e).__name__, str(e))
