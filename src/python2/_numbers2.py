"""What numbers, and times of day, have in Python 2: the methods of the abstract classes, and a truth."""


def adapt(real, integral, update):
    """Leaves out what only Python 3 asks of a number; `update` finds anew what is abstract."""
    for name in ['__floor__', '__ceil__', '__round__']:
        delattr(real, name)
    integral.__long__ = integral.__int__
    del integral.__int__
    integral.__index__ = lambda self: long(self)
    integral.__float__ = lambda self: float(long(self))
    for each in [real, integral.__base__, integral]:
        update(each)


def is_after_midnight(time):
    """Whether a time of day, at Greenwich if it knows how far it is from there, is not midnight."""
    offset = time.utcoffset()
    minutes = time.hour * 60 + time.minute - (0 if offset is None else offset.days * 1440 + offset.seconds // 60)
    return bool(minutes or time.second or time.microsecond)
