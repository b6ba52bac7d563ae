import left

NAME = 'right'
SEEN_EARLY = hasattr(left, 'NAME')


def greet():
    return 'right says hi to %s, saw it early: %s' % (left.NAME, SEEN_EARLY)


def late():
    from left import NAME
    return NAME
