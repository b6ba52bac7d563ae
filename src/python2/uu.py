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
        if in_file == '-':
            in_file = sys.stdin
        elif isinstance(in_file, basestring):
            if name is None:
                name = os.path.basename(in_file)
            if mode is None:
                try:
                    mode = os.stat(in_file).st_mode
                except AttributeError:
                    pass
            in_file = open(in_file, 'rb')
            opened.append(in_file)
        if out_file == '-':
            out_file = sys.stdout
        elif isinstance(out_file, basestring):
            out_file = open(out_file, 'wb')
            opened.append(out_file)
        out_file.write('begin %o %s\n' % ((0666 if mode is None else mode) & 0777, '-' if name is None else name))
        data = in_file.read(_WIDTH)
        while len(data) > 0:
            out_file.write(binascii.b2a_uu(data))
            data = in_file.read(_WIDTH)
        out_file.write(' \nend\n')
    finally:
        for file in opened:
            file.close()


def decode(in_file, out_file=None, mode=None, quiet=0):
    """Writes what the lines of `in_file` stand for to `out_file`, or to the file that they name."""
    opened = []
    try:
        if in_file == '-':
            in_file = sys.stdin
        elif isinstance(in_file, basestring):
            in_file = open(in_file)
            opened.append(in_file)
        said_mode, said_name = _header(in_file)
        if out_file is None:
            out_file = said_name
            if os.path.exists(out_file):
                raise Error('Cannot overwrite existing file: %s' % out_file)
        if mode is None:
            mode = said_mode
        if out_file == '-':
            out_file = sys.stdout
        elif isinstance(out_file, basestring):
            path = out_file
            out_file = open(path, 'wb')
            os.chmod(path, mode)
            opened.append(out_file)
        line = in_file.readline()
        while line and line.strip() != 'end':
            out_file.write(_decoded(line, quiet))
            line = in_file.readline()
        if not line:
            raise Error('Truncated input file')
    finally:
        for file in opened:
            file.close()


def _header(in_file):
    """Mode and name of the first line that begins a file."""
    while True:
        line = in_file.readline()
        if not line:
            raise Error('No valid begin line found in input file')
        words = line.split(' ', 2)
        if len(words) == 3 and words[0] == 'begin':
            try:
                return int(words[1], 8), words[2].rstrip()
            except ValueError:
                pass


def _decoded(line, quiet):
    try:
        return binascii.a2b_uu(line)
    except binascii.Error as error:
        # Some programs write too much at the end of a line: what its first character counts is enough.
        count = (((ord(line[0]) - 32) & 63) * 4 + 5) // 3
        data = binascii.a2b_uu(line[:count])
        if not quiet:
            sys.stderr.write('Warning: %s\n' % error)
        return data
