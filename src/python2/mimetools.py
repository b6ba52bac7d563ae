"""Headers of messages with what MIME says of their content."""

import os
import rfc822
import socket
import time

__all__ = ['Message', 'choose_boundary', 'encode', 'decode', 'copyliteral', 'copybinary']

_counter = [0]


class Message(rfc822.Message):
    """Headers, of which content-type and content-transfer-encoding are taken apart."""

    def __init__(self, fp, seekable=1):
        rfc822.Message.__init__(self, fp, seekable)
        self.encodingheader = self.getheader('content-transfer-encoding')
        self.typeheader = self.getheader('content-type')
        self.parsetype()
        self.parseplist()

    def parsetype(self):
        text = self.typeheader
        if text is None:
            text = 'text/plain'
        kind, semicolon, rest = text.partition(';')
        self.plisttext = semicolon + rest
        fields = [field.strip().lower() for field in kind.split('/')]
        self.maintype, self.subtype = fields[0], '/'.join(fields[1:])
        self.type = '/'.join(fields)

    def parseplist(self):
        self.plist = []
        rest = self.plisttext
        while rest[:1] == ';':
            rest = rest[1:]
            end = rest.find(';')
            if end >= 0 and '"' in rest[:end]:
                start = rest.find('"')
                end = rest.find(';', max(rest.find('"', start + 1), start))
            field = rest if end < 0 else rest[:end]
            rest = rest[len(field):]
            name, equals, value = field.partition('=')
            self.plist.append((name.strip().lower() + equals + value.strip()) if equals else field.strip())

    def getplist(self):
        return self.plist

    def getparam(self, name):
        start = name.lower() + '='
        for field in self.plist:
            if field.startswith(start):
                return rfc822.unquote(field[len(start):])
        return None

    def getparamnames(self):
        return [field.partition('=')[0].lower() for field in self.plist if '=' in field]

    def getencoding(self):
        return '7bit' if self.encodingheader is None else self.encodingheader.lower()

    def gettype(self):
        return self.type

    def getmaintype(self):
        return self.maintype

    def getsubtype(self):
        return self.subtype


def choose_boundary():
    """A text that no message has in it."""
    _counter[0] += 1
    try:
        host = socket.gethostbyname(socket.gethostname())
    except socket.gaierror:
        host = '127.0.0.1'
    return '%s.%d.%d.%.3f.%d' % (host, os.getuid(), os.getpid(), time.time(), _counter[0])


def _coder(action):
    def code(input, output, encoding):
        if encoding in ('7bit', '8bit'):
            output.write(input.read())
        elif encoding in ('base64', 'quoted-printable', 'uuencode', 'x-uuencode', 'uue', 'x-uue'):
            codec = {'base64': 'base64', 'quoted-printable': 'quopri'}.get(encoding, 'uu')
            output.write(getattr(input.read(), action)(codec))
        else:
            raise ValueError('unknown Content-Transfer-Encoding: %s' % encoding)
    code.__name__ = action
    return code


encode = _coder('encode')
decode = _coder('decode')


def copyliteral(input, output):
    for line in iter(input.readline, ''):
        output.write(line)


def copybinary(input, output):
    for part in iter(lambda: input.read(8192), ''):
        output.write(part)
