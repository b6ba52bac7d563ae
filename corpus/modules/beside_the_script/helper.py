from __future__ import print_function

print('helper runs')
LIMIT = 10
counter = 0


def double(n):
    return n * 2


def who_called():
    return __name__ + ' ' + str(counter)


def lazy():
    from constants import PI
    import constants
    return PI * 2 == constants.PI + PI


if __name__ == '__main__':
    print('never printed')
