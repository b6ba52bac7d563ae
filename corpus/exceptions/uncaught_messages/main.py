# pymp: stderr=exact
"""Notes, suppressed contexts, and a long message with a newline."""


def fail():
    try:
        1 / 0
    except ZeroDivisionError:
        error = ValueError('first line\nsecond line')
        error.add_note('a note')
        error.add_note('another\nnote')
        raise error from None


if __name__ == '__main__':
    fail()
