"""Headers that say what kind of content follows, and the codings of content."""

import os
import rfc822
import sys
import time
from itertools import count as _count

__all__ = ['Message', 'choose_boundary', 'encode', 'decode', 'copyliteral', 'copybinary']


class Message(rfc822.Message):
    """Headers with `type` ('text/html') in parts, and its parameters in `plist` ('charset=utf-8')."""

    def __init__(self, fp, seekable=1):
        rfc822.Message.__init__(self, fp, seekable=seekable)
        self.typeheader, self.encodingheader = map(self.getheader, ('content-type', 'content-transfer-encoding'))
        for step in self.parsetype, self.parseplist:
            step()

    def parsetype(self):
        """Sets `type`, `maintype` and `subtype`, and `plisttext` to what follows."""
        kind, sign, rest = ('text/plain' if self.typeheader is None else self.typeheader).partition(';')
        words = [word.strip().lower() for word in kind.split('/')]
        self.plisttext, self.type = sign + rest, '/'.join(words)
        self.maintype, self.subtype = words[0], '/'.join(words[1:])

    def parseplist(self):
        """Sets `plist`."""
        self.plist = []
        for text in self.plisttext.split(';')[1:]:
            name, sign, value = text.partition('=')
            self.plist.append(name.strip().lower() + sign + value.strip() if sign else text.strip())

    def getparam(self, name):
        """A parameter's value without its quotes, or None."""
        start = name.lower() + '='
        found = [text[len(start):] for text in self.plist if text.startswith(start)]
        return rfc822.unquote(found[0]) if found else None

    def getparamnames(self):
        return [text.partition('=')[0].lower() for text in self.plist if '=' in text]

    def getencoding(self):
        return '7bit' if self.encodingheader is None else self.encodingheader.lower()

    getplist, gettype, getmaintype, getsubtype = [
        (lambda name: lambda self: getattr(self, name))(name) for name in ('plist', 'type', 'maintype', 'subtype')]


# ---------------------------------------------------------------- boundaries

_numbers = _count(1)


def choose_boundary():
    """A text that is in no message: this machine, user, process, time, and a number."""
    import socket
    try:
        host = socket.gethostbyname(socket.gethostname())
    except socket.gaierror:
        host = '127.0.0.1'
    parts = host, repr(os.getuid()), repr(os.getpid()), '%.3f' % time.time(), '%d' % next(_numbers)
    return '.'.join(parts)


# ---------------------------------------------------------------- codings

_NAMES = {'quoted-printable': 'quopri', 'base64': 'base64'}
_NAMES.update(dict.fromkeys(['uuencode', 'x-uuencode', 'uue', 'x-uue'], 'uu'))


def _recode(way, input, output, encoding):
    """Copies from one file to another, in or out of a coding."""
    text = input.read()
    name = _NAMES.get(encoding)
    if name is None and encoding not in ('7bit', '8bit'):
        raise ValueError('unknown Content-Transfer-Encoding: %s' % encoding)
    output.write(text if name is None else getattr(_coded(name), way)(text))


class _coded:
    """A coding of content."""

    def __init__(self, name):
        self.name = name

    def encode(self, text):
        if self.name == 'quopri':
            import quopri
            return quopri.encodestring(text)
        coded = text.encode(self.name)
        return coded.replace('<data>', '-', 1) if self.name == 'uu' else coded

    def decode(self, text):
        return text.decode(self.name)


def decode(input, output, encoding):
    """Copies the content that is coded in `input`."""
    _recode('decode', input, output, encoding)


def encode(input, output, encoding):
    """Copies the content of `input` in a coding."""
    _recode('encode', input, output, encoding)


def copyliteral(input, output):
    """Copies line by line."""
    output.writelines(iter(input.readline, ''))


def copybinary(input, output):
    """Copies block by block."""
    output.writelines(iter(lambda: input.read(8192), ''))
