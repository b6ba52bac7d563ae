"""Files as lines of printable characters, and back.

Spec: https://docs.python.org/2.7/library/uu.html
"""

import binascii
import os
import sys

__all__ = ['Error', 'encode', 'decode']

#: Bytes in a line.
_WIDTH = 45


class Error(Exception):
    pass


def encode(in_file, out_file, name=None, mode=None):
    """Writes the lines of `in_file` to `out_file`: file objects, paths, or '-' for the standard streams."""
    opened = []
    try:
        if _is_path(in_file):
            name = os.path.basename(in_file) if name is None else name
            mode = os.stat(in_file).st_mode if mode is None else mode
        source = _file(in_file, 'rb', sys.stdin, opened)
        target = _file(out_file, 'wb', sys.stdout, opened)
        shown = '-' if name is None else name.replace('\n', '\\n').replace('\r', '\\r')
        target.write('begin %o %s\n' % ((0666 if mode is None else mode) & 0777, shown))
        data = source.read(_WIDTH)
        while len(data) > 0:
            target.write(binascii.b2a_uu(data))
            data = source.read(_WIDTH)
        target.write(' \nend\n')
    finally:
        for each in opened:
            each.close()


def _is_path(given):
    return isinstance(given, basestring) and given != '-'


def _file(given, way, standard, opened):
    """The file object that is meant; one that is opened for it goes into `opened` too."""
    if not _is_path(given):
        return standard if given == '-' else given
    opened.append(open(given, way))
    return opened[-1]


def decode(in_file, out_file=None, mode=None, quiet=0):
    """Writes what the lines of `in_file` stand for to `out_file`, or to the file that they name.

    The file gets neither `mode` nor the one that they tell: no release of Python 2.7 has ever set it.
    """
    opened = []
    try:
        source = _file(in_file, 'r', sys.stdin, opened)
        said_name = _header(source)
        if out_file is None:
            out_file = said_name
            if os.path.exists(out_file):
                raise Error('Cannot overwrite existing file: %s' % out_file)
        target = _file(out_file, 'wb', sys.stdout, opened)
        line = source.readline()
        while line and line.strip() != 'end':
            target.write(_decoded(line, quiet))
            line = source.readline()
        if not line:
            raise Error('Truncated input file')
    finally:
        for each in opened:
            each.close()


def _header(in_file):
    """The name in the first line that begins a file, which has a mode too."""
    while True:
        line = in_file.readline()
        if not line:
            raise Error('No valid begin line found in input file')
        words = line.split(' ', 2)
        if len(words) == 3 and words[0] == 'begin':
            try:
                int(words[1], 8)
            except ValueError:
                continue
            return words[2].rstrip()


def _decoded(line, quiet):
    try:
        return binascii.a2b_uu(line)
    except binascii.Error as error:
        # Some programs write too much at the end of a line: what its first character counts is enough.
        size = ord(line[0]) - 32 & 63
        data = binascii.a2b_uu(line[:(4 * size + 5) // 3])
        if not quiet:
            sys.stderr.write('Warning: %s\n' % error)
        return data
