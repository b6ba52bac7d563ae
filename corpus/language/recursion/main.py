# pymp: python=2,3
"""Recursive functions, mutual recursion, and the limit."""
from __future__ import print_function


def hanoi(n, source, target, spare, moves):
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves.append(source + target)
        hanoi(n - 1, spare, target, source, moves)
    return moves


print(' '.join(hanoi(3, 'A', 'C', 'B', [])))


def permutations(items):
    if not items:
        yield []
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item] + rest


print([''.join(p) for p in permutations('abc')])


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print(is_even(100), is_odd(7))


def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            for leaf in flatten(node):
                yield leaf
        else:
            yield node


print(list(flatten([1, [2, [3, [4]], 5], [[6]]])))


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


print(ackermann(2, 5))


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RuntimeError as error:
    print(type(error).__name__, str(error)[:32])
