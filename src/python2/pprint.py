"""Prints values with a line for each item, where one line is not enough."""

import sys as _sys
from cStringIO import StringIO as _StringIO

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter']


def pprint(object, stream=None, indent=1, width=80, depth=None):
    """Prints the value to the stream, or to standard output."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth).pprint(object)


def pformat(object, indent=1, width=80, depth=None):
    """What pprint would print, as text."""
    printer = PrettyPrinter(indent, width, depth)
    return printer.pformat(object)


def saferepr(object):
    """The repr of a value that may contain itself."""
    return _Representation(None).of(object, {}, 0)


def isreadable(object):
    """Whether eval would make the value from its repr."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether the value contains itself."""
    return PrettyPrinter().isrecursive(object)


def _shown_by(cls, *builtins):
    """The built-in type of these that shows the instances of a class, if one does."""
    for each in builtins:
        if issubclass(cls, each) and getattr(cls, '__repr__', None) is each.__repr__:
            return each


class _Representation(object):
    """Makes reprs; notes whether there was something that eval cannot make, or that contains itself."""

    def __init__(self, depth):
        self.depth, self.is_readable, self.is_recursive = depth, True, False

    def of(self, value, parents, level):
        """The repr of a value that is in `parents` (by their ids), at that level of them."""
        kind = _shown_by(type(value), dict, list, tuple)
        if kind is None:
            text = repr(value)
            if not text or text.startswith('<'):
                self.is_readable = False
            return text
        around = '{%s}' if kind is dict else '[%s]' if kind is list else '(%s,)' if len(value) == 1 else '(%s)'
        if not value:
            return around % ''
        if self.depth and level >= self.depth:
            self.is_readable = False
            self.is_recursive = self.is_recursive or id(value) in parents
            return around % '...'
        if id(value) in parents:
            self.is_readable, self.is_recursive = False, True
            return _recursion(value)
        parents[id(value)] = 1
        if kind is dict:
            items = ['%s: %s' % (self.of(key, parents, level + 1), self.of(item, parents, level + 1))
                     for key, item in sorted(value.items())]
        else:
            items = [self.of(item, parents, level + 1) for item in value]
        del parents[id(value)]
        return around % ', '.join(items)


def _recursion(value):
    return '<Recursion on %s with id=%s>' % (type(value).__name__, id(value))


class PrettyPrinter:
    """Prints values with the same settings: the indentation of a level, the width of lines, how deep it looks."""

    def __init__(self, indent=1, width=80, depth=None, stream=None):
        indent, width = int(indent), int(width)
        assert indent >= 0, 'indent must be >= 0'
        assert depth is None or depth > 0, 'depth must be > 0'
        assert width, 'width must be != 0'
        self._depth, self._indent_per_level, self._width = depth, indent, width
        self._stream = _sys.stdout if stream is None else stream

    def pformat(self, object):
        kept = _StringIO()
        self._format(object, kept, 0, 0, {}, 0)
        return kept.getvalue()

    def pprint(self, object):
        out = self._stream
        self._format(object, out, 0, 0, {}, 0)
        out.write('\n')

    def isreadable(self, object):
        _, is_readable, is_recursive = self.format(object, {}, 0, 0)
        return is_readable and not is_recursive

    def isrecursive(self, object):
        _, _, answer = self.format(object, {}, 0, 0)
        return answer

    def format(self, object, context, maxlevels, level):
        """(repr, whether eval can make it, whether it contains itself); for subclasses to define."""
        made = _Representation(maxlevels)
        return made.of(object, context, level), made.is_readable, made.is_recursive

    def _repr(self, object, context, level):
        text, is_readable, is_recursive = self.format(object, context.copy(), self._depth, level)
        self._readable = is_readable
        self._recursive = is_recursive
        return text

    def _format(self, object, stream, indent, allowance, context, level):
        """Writes a value from the column `indent` on; `allowance` characters follow it on its last line."""
        if id(object) in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        kind = _shown_by(type(object), dict, list, tuple, set, frozenset)
        if kind is None or self._depth and level >= self._depth or not object and kind in (set, frozenset):
            stream.write(text)
            return
        has_lines = len(text) > self._width - 1 - indent - allowance
        context[id(object)] = 1
        write_items = self._format_dict if kind is dict else self._format_sequence
        write_items(object, kind, stream, indent, allowance + 1, context, level + 1, has_lines)
        del context[id(object)]

    def _format_dict(self, object, kind, stream, indent, allowance, context, level, has_lines):
        stream.write('{' + ' ' * (self._indent_per_level - 1))
        indent += self._indent_per_level
        separator = ''
        for key, item in sorted(object.items()):
            name = self._repr(key, context, level) + ': '
            stream.write(separator + name)
            self._format(item, stream, indent + len(name), allowance, context, level)
            separator = ',\n' + ' ' * indent if has_lines else ', '
        stream.write('}')

    def _format_sequence(self, object, kind, stream, indent, allowance, context, level, has_lines):
        start, end = {list: '[]', tuple: '()'}.get(kind, ('([', '])'))
        if kind in (set, frozenset):
            start = type(object).__name__ + start
            indent += len(start) - 1
            object = sorted(object)
        stream.write(start + (' ' * (self._indent_per_level - 1) if has_lines else ''))
        indent += self._indent_per_level
        separator = ''
        for item in object:
            stream.write(separator)
            self._format(item, stream, indent, allowance, context, level)
            separator = ',\n' + ' ' * indent if has_lines else ', '
        stream.write(',' + end if kind is tuple and len(object) == 1 else end)
