"""Tracebacks and exceptions as text."""

import linecache as _linecache
import sys as _sys
import types as _types

__all__ = ('extract_stack extract_tb format_exc format_exception format_exception_only format_list format_stack format_tb '
           'print_exc print_exception print_last print_stack print_tb tb_lineno').split()

# ---------------------------------------------------------------- entries: file, line, function, text of the line


def _entry(frame, number):
    code = frame.f_code
    _linecache.checkcache(code.co_filename)
    text = _linecache.getline(code.co_filename, number, frame.f_globals)
    return code.co_filename, number, code.co_name, (text.strip() if text else None)


def _entries(steps, limit):
    """The entries of the first frames; of all, unless there is a limit somewhere."""
    if limit is None:
        limit = getattr(_sys, 'tracebacklimit', None)
    found = []
    for frame, number in steps:
        if limit is not None and len(found) >= limit:
            break
        found.append(_entry(frame, number))
    return found


def _of_traceback(tb):
    while tb:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _of_stack(frame):
    while frame:
        yield frame, frame.f_lineno
        frame = frame.f_back


def extract_tb(tb, limit=None):
    """The entries of a traceback, the oldest first."""
    return _entries(_of_traceback(tb), limit)


def extract_stack(f=None, limit=None):
    """The entries of a stack, the newest last."""
    return _entries(_of_stack(f or _sys._getframe(1)), limit)[::-1]


def tb_lineno(tb):
    """The line of a traceback."""
    return tb.tb_lineno


# ---------------------------------------------------------------- texts


def format_list(extracted_list):
    """Entries as texts to print, each of whole lines."""
    return ['  File "%s", line %d, in %s\n' % place[:3] + ('    %s\n' % place[3].strip() if place[3] else '')
            for place in extracted_list]


def format_tb(tb, limit=None):
    """A traceback as such texts."""
    return format_list(extract_tb(tb, limit))


def format_stack(f=None, limit=None):
    """A stack as such texts."""
    return format_list(extract_stack(f or _sys._getframe(1), limit))


def format_exception(etype, value, tb, limit=None):
    """What is printed of an exception that nobody handles."""
    before = ['Traceback (most recent call last):\n'] + format_tb(tb, limit) if tb else []
    return before + format_exception_only(etype, value)


def format_exc(limit=None):
    """The same of the exception that is being handled, as one text."""
    return ''.join(format_exception(*_sys.exc_info() + (limit,)))


def format_exception_only(etype, value):
    """The last lines: where a syntax error is, then what was raised."""
    if etype is None or isinstance(etype, (BaseException, _types.InstanceType, str)):
        return [_final(etype, value)]
    where = []
    if issubclass(etype, SyntaxError):
        try:
            value, (filename, number, column, line) = value.args
        except Exception:
            # It was not the parser that made it.
            pass
        else:
            where = _location(filename, number, column, line)
    return where + [_final(etype.__name__, value)]


def _location(filename, number, column, line):
    texts = ['  File "%s", line %d\n' % (filename or '<string>', number)]
    if line is not None:
        texts.append('    %s\n' % line.strip())
    if line is not None and column is not None:
        plain = line.rstrip('\n')
        before = plain[:min(column, len(plain)) - 1].lstrip()
        # Tabs stay, so that the mark is below its character.
        texts.append('    %s^\n' % ''.join([char if char.isspace() else ' ' for char in before]))
    return texts


def _final(name, value):
    said = '' if value is None else _said(value)
    return '%s: %s\n' % (name, said) if said else '%s\n' % name


def _said(value):
    for to_text in str, lambda other: unicode(other).encode('ascii', 'backslashreplace'):
        try:
            return to_text(value)
        except Exception:
            continue
    return '<unprintable %s object>' % type(value).__name__


# ---------------------------------------------------------------- printing, to standard error if nothing else is said


def _print(texts, file):
    out = _sys.stderr if file is None else file
    for text in texts:
        out.write(text)


def print_list(extracted_list, file=None):
    """Prints entries."""
    _print(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    """Prints a traceback."""
    _print(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    """Prints a stack."""
    _print(format_stack(f or _sys._getframe(1), limit), file)


def print_exception(etype, value=None, tb=None, limit=None, file=None, chain=True):
    """Prints an exception; the library, which is Python 3, gives just its value."""
    if value is None and isinstance(etype, BaseException):
        etype, value, tb = type(etype), etype, _sys.exc_info()[2]
    _print(format_exception(etype, value, tb, limit), file)


def print_exc(limit=None, file=None):
    """Prints the exception that is being handled."""
    _print(format_exception(*_sys.exc_info() + (limit,)), file)


def print_last(limit=None, file=None):
    """Prints the exception that ended the last statement of an interactive session."""
    try:
        last = _sys.last_type, _sys.last_value, _sys.last_traceback
    except AttributeError:
        raise ValueError('no last exception')
    _print(format_exception(*last + (limit,)), file)


# ---------------------------------------------------------------- what the library's test runner asks for


def clear_frames(tb):
    """Frames hold nothing here that could be dropped."""


class TracebackException(object):
    """An exception that will be printed."""

    def __init__(self, exc_type, exc_value, exc_traceback, limit=None, **ignored):
        self._texts = format_exception(exc_type, exc_value, exc_traceback, limit)

    def format(self, **ignored):
        """The texts to print."""
        return self._texts
