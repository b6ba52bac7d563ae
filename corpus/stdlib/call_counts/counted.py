"""A module of the program, whose calls are counted too."""


def is_odd(n):
    return n % 2 == 1


def numbers(n):
    for i in range(n):
        yield i
