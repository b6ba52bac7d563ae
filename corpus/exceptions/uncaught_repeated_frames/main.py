# pymp: stderr=exact
"""Repeated frames are counted, not repeated."""


def down(n):
    if n == 0:
        raise RuntimeError('at the bottom')
    down(n - 1)


down(10)
