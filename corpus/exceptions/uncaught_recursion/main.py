# pymp: stderr=last-line
"""Too deep a recursion that nobody catches."""


def down(n):
    return down(n + 1) + 1


print('start')
down(0)
