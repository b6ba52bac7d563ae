"""What `inspect` has in Python 2 only: arguments as they stand in a definition."""

from collections import namedtuple

ArgSpec = namedtuple('ArgSpec', 'args varargs keywords defaults')


def joinseq(seq):
    return '(%s,)' % seq[0] if len(seq) == 1 else '(%s)' % ', '.join(seq)


def strseq(object, convert, join=joinseq):
    """Converts names, and names in lists, however deep."""
    is_nested = type(object) in (list, tuple)
    return join([strseq(each, convert, join) for each in object]) if is_nested else convert(object)


def formatargspec(args, varargs=None, varkw=None, defaults=None, formatarg=str, formatvarargs=lambda name: '*' + name,
                  formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value), join=joinseq):
    """The arguments of a function as they stand in its definition, with parentheses."""
    parts = [strseq(arg, formatarg, join) for arg in args]
    first = len(args) - len(defaults or ())
    for place in range(max(0, first), len(args)):
        parts[place] += formatvalue(defaults[place - first])
    stars = (varargs, formatvarargs), (varkw, formatvarkw)
    parts += [shown(name) for name, shown in stars if name is not None]
    return '(%s)' % ', '.join(parts)
