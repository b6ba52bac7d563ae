"""Responses, for `httplib`: the head is read at once, the body when it is asked for."""

import re
from cStringIO import StringIO

import mimetools
from _httpbody import LineAndFileWrapper, line_of as _line, read_chunked, read_counted, read_open
from _httpnames import BadStatusLine, HTTPException, ResponseNotReady, UnknownProtocol

_UNKNOWN, _MAXHEADERS = 'UNKNOWN', 100


class HTTPMessage(mimetools.Message):
    """Headers; the values of several with the same name are put together."""

    __module__ = 'httplib'
    def addheader(self, key, value):
        self.dict[key] = ', '.join(filter(lambda part: part is not None, [self.dict.get(key), value]))

    def addcontinue(self, key, more):
        self.dict[key] += '\n ' + more

    def _begin(self, key, value):
        self.addheader(key, value)

    def _continue(self, key, more):
        self.addcontinue(key, more)

    def _is_end(self, line, before):
        self.status = 'Non-header line where header expected'

    def _readline(self):
        if len(self.headers) <= _MAXHEADERS:
            return _line(self.fp, 'header line')
        raise HTTPException('got more than %d headers' % _MAXHEADERS)


class HTTPResponse:
    """A response that comes over a socket: `begin` reads its head, `read` its body."""

    __module__ = 'httplib'
    def __init__(self, sock, debuglevel=0, strict=0, method=None, buffering=False):
        self.fp = sock.makefile('rb') if buffering else sock.makefile('rb', 0)
        self.debuglevel, self.strict, self._method = debuglevel, strict, method
        self.msg, self._read = None, read_open
        for name in 'version status reason chunked chunk_left length will_close'.split():
            setattr(self, name, _UNKNOWN)

    def _tell(self, what, *texts):
        """Shows something to who debugs."""
        for text in texts if self.debuglevel > 0 else ():
            print what, text.rstrip('\n') if what == 'header:' else repr(text)

    # ------------------------------------------------------------ the head

    def _read_status(self):
        """Version, number and reason."""
        line = _line(self.fp, 'header line')
        self._tell('reply:', line)
        if not line:
            raise BadStatusLine('No status line received - the server has closed the connection')
        words = line.split(None, 2)
        if len(words) < 2 or not line.startswith('HTTP/'):
            return self._without_head(line)
        number = re.match(r'[1-9]\d\d\Z', words[1])
        if number is None:
            raise BadStatusLine(line)
        return words[0], int(number.group()), ''.join(words[2:])

    def _without_head(self, line):
        """A server of the first kind sends nothing but the page."""
        if not self.strict:
            self.fp = LineAndFileWrapper(line, self.fp)
            return 'HTTP/0.9', 200, ''
        self.close()
        raise BadStatusLine(line)

    def begin(self):
        """Reads up to where the body begins."""
        if self.msg:
            return
        while True:
            version, self.status, reason = self._read_status()
            if self.status != 100:
                break
            # The real response follows.
            for text in iter(lambda: _line(self.fp, 'header line').strip(), ''):
                self._tell('header:', text)
        self.reason, is_first = reason.strip(), version == 'HTTP/0.9'
        if not is_first and not version.startswith('HTTP/1.'):
            raise UnknownProtocol(version)
        self.version = {'HTTP/0.9': 9, 'HTTP/1.0': 10}.get(version, 11)
        self.msg = HTTPMessage(StringIO() if is_first else self.fp, 0)
        self.msg.fp = StringIO() if is_first else None
        self._tell('header:', *self.msg.headers)
        self._choose_end()

    def _choose_end(self):
        """How the end of the body is known: by chunks, by its length, or by the end of the connection."""
        self.chunked, self.length = int(self._said('transfer-encoding') == 'chunked'), None
        self.will_close = 1 if self.version == 9 else self._check_close()
        promised = re.match(r'\s*\+?(\d+)\s*\Z', self._said('content-length'))
        if self._method == 'HEAD' or self.status in (204, 304) or self.status // 100 == 1:
            self.length = 0
        elif promised and not self.chunked:
            self.length = int(promised.group(1))
        if self.chunked:
            self.chunk_left, self._read = None, read_chunked
        elif self.length is not None:
            self._read = read_counted
        else:
            self.will_close = self.will_close or 1

    def _said(self, name):
        """A header's value in lower case."""
        return (self.msg.getheader(name) or '').lower()

    def _check_close(self):
        """Whether the server closes the connection after this response."""
        word = self._said('connection')
        if self.version > 10:
            return 'close' in word
        return not (self._said('keep-alive') or 'keep-alive' in word + ' ' + self._said('proxy-connection'))

    def _headers(self):
        if self.msg is None:
            raise ResponseNotReady
        return self.msg

    def getheader(self, name, default=None):
        return self._headers().getheader(name, default)

    def getheaders(self):
        return self._headers().items()

    # ------------------------------------------------------------ the body

    def read(self, amt=None):
        """The rest of the body, or so many bytes of it."""
        is_head = self._method == 'HEAD'
        if is_head:
            self.close()
        return '' if self.isclosed() else self._read(self, amt)

    def close(self):
        stream, self.fp = self.fp, None
        if stream:
            stream.close()

    def isclosed(self):
        """Whether the body has been read to its end."""
        return not self.fp

    def fileno(self):
        return self.fp.fileno()
