"""What `inspect` has in Python 2 only: arguments as they stand in a definition."""

from collections import namedtuple

ArgSpec = namedtuple('ArgSpec', 'args varargs keywords defaults')


def joinseq(seq):
    return '(%s,)' % seq[0] if len(seq) == 1 else '(%s)' % ', '.join(seq)


def strseq(object, convert, join=joinseq):
    """Converts names, and names in lists, however deep."""
    if type(object) in (list, tuple):
        return join([strseq(each, convert, join) for each in object])
    return convert(object)


def formatargspec(args, varargs=None, varkw=None, defaults=None, formatarg=str, formatvarargs=lambda name: '*' + name,
                  formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value), join=joinseq):
    """The arguments of a function as they stand in its definition, with parentheses."""
    first = len(args) - len(defaults or ())
    parts = []
    for i, arg in enumerate(args):
        part = strseq(arg, formatarg, join)
        if defaults and i >= first:
            part += formatvalue(defaults[i - first])
        parts.append(part)
    if varargs is not None:
        parts.append(formatvarargs(varargs))
    if varkw is not None:
        parts.append(formatvarkw(varkw))
    return '(' + ', '.join(parts) + ')'
