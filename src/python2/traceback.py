"""Tracebacks and exceptions as text."""

import linecache
import sys
import types

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'tb_lineno']


def _print(file, str='', terminator='\n'):
    file.write(str + terminator)


def print_list(extracted_list, file=None):
    file = sys.stderr if file is None else file
    for text in format_list(extracted_list):
        _print(file, text, '')


def format_list(extracted_list):
    """Entries of extract_tb as texts to print."""
    texts = []
    for filename, lineno, name, line in extracted_list:
        text = '  File "%s", line %d, in %s\n' % (filename, lineno, name)
        texts.append(text + '    %s\n' % line.strip() if line else text)
    return texts


def _limit(limit):
    return getattr(sys, 'tracebacklimit', None) if limit is None else limit


def _entry(frame, lineno):
    filename = frame.f_code.co_filename
    linecache.checkcache(filename)
    line = linecache.getline(filename, lineno, frame.f_globals)
    return filename, lineno, frame.f_code.co_name, line.strip() if line else None


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def extract_tb(tb, limit=None):
    """File, line, function and text of the line for each entry, oldest first."""
    limit = _limit(limit)
    entries = []
    while tb is not None and (limit is None or len(entries) < limit):
        entries.append(_entry(tb.tb_frame, tb.tb_lineno))
        tb = tb.tb_next
    return entries


def print_exception(etype, value=None, tb=None, limit=None, file=None, chain=True):
    file = sys.stderr if file is None else file
    if isinstance(etype, BaseException) and value is None:
        # As the library calls it.
        etype, value, tb = type(etype), etype, sys.exc_info()[2]
    for text in format_exception(etype, value, tb, limit):
        _print(file, text, '')


def format_exception(etype, value, tb, limit=None):
    texts = []
    if tb:
        texts = ['Traceback (most recent call last):\n'] + format_tb(tb, limit)
    return texts + format_exception_only(etype, value)


def format_exception_only(etype, value):
    """The last lines of a traceback: what was raised."""
    is_class = isinstance(etype, BaseException) or isinstance(etype, types.InstanceType) or etype is None
    if is_class or type(etype) is str:
        return [_format_final_exc_line(etype, value)]
    name = etype.__name__
    if not issubclass(etype, SyntaxError):
        return [_format_final_exc_line(name, value)]
    texts = []
    try:
        msg, (filename, lineno, offset, badline) = value.args
    except Exception:
        pass
    else:
        texts.append('  File "%s", line %d\n' % (filename or '<string>', lineno))
        if badline is not None:
            texts.append('    %s\n' % badline.strip())
            if offset is not None:
                before = badline.rstrip('\n')
                before = before[:min(len(before), offset) - 1].lstrip()
                texts.append('    %s^\n' % ''.join(c if c.isspace() else ' ' for c in before))
        value = msg
    texts.append(_format_final_exc_line(name, value))
    return texts


def _format_final_exc_line(etype, value):
    text = _some_str(value)
    return '%s\n' % etype if value is None or not text else '%s: %s\n' % (etype, text)


def _some_str(value):
    try:
        return str(value)
    except Exception:
        pass
    try:
        return unicode(value).encode('ascii', 'backslashreplace')
    except Exception:
        return '<unprintable %s object>' % type(value).__name__


def print_exc(limit=None, file=None):
    """What is being handled now, on a file or stderr."""
    file = sys.stderr if file is None else file
    etype, value, tb = sys.exc_info()
    try:
        print_exception(etype, value, tb, limit, file)
    finally:
        etype = value = tb = None


def format_exc(limit=None):
    etype, value, tb = sys.exc_info()
    try:
        return ''.join(format_exception(etype, value, tb, limit))
    finally:
        etype = value = tb = None


def print_last(limit=None, file=None):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file)


def _frame(f):
    return sys._getframe(2) if f is None else f


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(_frame(f), limit), file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(_frame(f), limit))


def extract_stack(f=None, limit=None):
    """The same for the frames of a stack, the newest last."""
    frame = sys._getframe(1) if f is None else f
    limit = _limit(limit)
    entries = []
    while frame is not None and (limit is None or len(entries) < limit):
        entries.append(_entry(frame, frame.f_lineno))
        frame = frame.f_back
    entries.reverse()
    return entries


def clear_frames(tb):
    """The library's test runner drops what frames hold; nothing is held here."""


class TracebackException(object):
    """What the library's test runner asks for."""

    def __init__(self, exc_type, exc_value, exc_traceback, limit=None, **ignored):
        self._texts = format_exception(exc_type, exc_value, exc_traceback, limit)

    def format(self, **ignored):
        return self._texts


def tb_lineno(tb):
    return tb.tb_lineno
