# pymp: python=2,3
"""Built-in methods that fail again and again, of their own type's objects, of subclasses' and of others."""
from __future__ import print_function


def told(what, *args):
    try:
        return what(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


class Stack(list):
    pass


for _ in range(4):
    print(told([1].remove, 5), told(Stack([1]).remove, 5), told({}.pop, 'k'), told('abc'.index, 'x'), sep=' | ')
    print(told(list.remove, 5, 1), told(dict.pop, None, 1), told(list.remove), told(str.index, 5, 'x'), sep=' | ')
    print(told([1, 2].index, 3), told([].remove, 1, 2), told(list.index, Stack([7]), 7), told(1 .__floordiv__, 0), sep=' | ')
    print(told(lambda: 5 // 0), told(lambda: 5 % 0), told(divmod, 2**70, 0), sep=' | ')
