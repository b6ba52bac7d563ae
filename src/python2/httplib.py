"""The client's side of HTTP: a connection, its requests, and their responses."""

import os
import socket
import re as _re
import urlparse
import mimetools

__all__ = ['HTTP', 'HTTPResponse', 'HTTPConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol',
           'UnknownTransferEncoding', 'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL',
           'ImproperConnectionState', 'CannotSendRequest', 'CannotSendHeader', 'ResponseNotReady', 'BadStatusLine',
           'error', 'responses']

HTTP_PORT = 80
HTTPS_PORT = 443
MAXAMOUNT = 1048576
_MAXLINE = 65536
_MAXHEADERS = 100
_UNKNOWN = 'UNKNOWN'
_CS_IDLE = 'Idle'
_CS_REQ_STARTED = 'Request-started'
_CS_REQ_SENT = 'Request-sent'

_CODES = '''
100 CONTINUE|101 SWITCHING_PROTOCOLS|102 PROCESSING|200 OK|201 CREATED|202 ACCEPTED|203 NON_AUTHORITATIVE_INFORMATION
204 NO_CONTENT|205 RESET_CONTENT|206 PARTIAL_CONTENT|207 MULTI_STATUS|226 IM_USED|300 MULTIPLE_CHOICES
301 MOVED_PERMANENTLY|302 FOUND|303 SEE_OTHER|304 NOT_MODIFIED|305 USE_PROXY|307 TEMPORARY_REDIRECT|400 BAD_REQUEST
401 UNAUTHORIZED|402 PAYMENT_REQUIRED|403 FORBIDDEN|404 NOT_FOUND|405 METHOD_NOT_ALLOWED|406 NOT_ACCEPTABLE
407 PROXY_AUTHENTICATION_REQUIRED|408 REQUEST_TIMEOUT|409 CONFLICT|410 GONE|411 LENGTH_REQUIRED
412 PRECONDITION_FAILED|413 REQUEST_ENTITY_TOO_LARGE|414 REQUEST_URI_TOO_LONG|415 UNSUPPORTED_MEDIA_TYPE
416 REQUESTED_RANGE_NOT_SATISFIABLE|417 EXPECTATION_FAILED|422 UNPROCESSABLE_ENTITY|423 LOCKED|424 FAILED_DEPENDENCY
426 UPGRADE_REQUIRED|500 INTERNAL_SERVER_ERROR|501 NOT_IMPLEMENTED|502 BAD_GATEWAY|503 SERVICE_UNAVAILABLE
504 GATEWAY_TIMEOUT|505 HTTP_VERSION_NOT_SUPPORTED|507 INSUFFICIENT_STORAGE|510 NOT_EXTENDED
'''
_WITHOUT_TEXT = (102, 207, 226, 422, 423, 424, 426, 507, 510)
_TEXTS = {200: 'OK', 203: 'Non-Authoritative Information', 306: '(Unused)', 414: 'Request-URI Too Long',
          505: 'HTTP Version Not Supported'}

responses = {306: '(Unused)'}
for _entry in _CODES.strip().replace('\n', '|').split('|'):
    _code, _name = _entry.split()
    globals()[_name] = int(_code)
    if int(_code) not in _WITHOUT_TEXT:
        responses[int(_code)] = _TEXTS.get(int(_code), _name.replace('_', ' ').title())

_header_name = _re.compile(r'\A[^:\s][^:\r\n]*\Z')
_header_value_end = _re.compile(r'\n(?![ \t])|\r(?![ \t\n])')
_path_control = _re.compile('[\x00-\x20\x7f]')
_METHODS_EXPECTING_BODY = {'PATCH', 'POST', 'PUT'}


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    """There was less to read than had been said: partial, and expected more."""

    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = '' if self.expected is None else ', %i more expected' % self.expected
        return 'IncompleteRead(%i bytes read%s)' % (len(self.partial), more)

    __str__ = __repr__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        HTTPException.__init__(self, 'got more than %d bytes when reading %s' % (_MAXLINE, line_type))


error = HTTPException


class HTTPMessage(mimetools.Message):
    """The headers of a response; values of one name are joined."""

    @classmethod
    def of(cls, pairs):
        """Headers from names and values."""
        from cStringIO import StringIO
        return cls(StringIO(''.join('%s: %s\n' % pair for pair in pairs) + '\n'), 0)

    def readheaders(self):
        self.dict = {}
        self.unixfrom = ''
        self.headers = []
        self.status = ''
        name = ''
        count = 0
        while True:
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong('header line')
            if not line:
                self.status = 'EOF in headers'
                return
            count += 1
            if count > _MAXHEADERS:
                raise HTTPException('got more than %d headers' % _MAXHEADERS)
            if name and line[0] in ' \t':
                self.headers.append(line)
                self.addcontinue(name, line.strip())
            elif self.iscomment(line):
                pass
            elif self.islast(line):
                return
            else:
                name = self.isheader(line)
                if name:
                    self.headers.append(line)
                    self.addheader(name, line[len(name) + 1:].strip())

    def addheader(self, key, value):
        self.dict[key] = self.dict[key] + ', ' + value if key in self.dict else value

    def addcontinue(self, key, more):
        self.dict[key] += '\n ' + more


class HTTPResponse:
    """What a server answers: status, reason, version, msg (the headers), and the body to read."""

    def __init__(self, sock, debuglevel=0, strict=0, method=None, buffering=False):
        self.fp = sock.makefile('rb') if buffering else sock.makefile('rb', 0)
        self.debuglevel = debuglevel
        self.strict = strict
        self._method = method
        self.msg = None
        self.version = self.status = self.reason = _UNKNOWN
        self.chunked = self.chunk_left = self.length = self.will_close = _UNKNOWN

    def _read_status(self):
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('header line')
        if self.debuglevel > 0:
            print 'reply:', repr(line)
        if not line:
            raise BadStatusLine('No status line received - the server has closed the connection')
        words = line.split(None, 2) + ['', '', '']
        version, status, reason = words[:3]
        if not version.startswith('HTTP/'):
            if self.strict:
                self.close()
                raise BadStatusLine(line)
            self.fp = LineAndFileWrapper(line, self.fp)
            return 'HTTP/0.9', 200, ''
        try:
            status = int(status)
            if not 100 <= status <= 999:
                raise BadStatusLine(line)
        except ValueError:
            raise BadStatusLine(line)
        return version, status, reason

    def begin(self):
        """Reads the status and the headers."""
        if self.msg is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != CONTINUE:
                break
            for count in range(_MAXHEADERS + 1):
                line = self.fp.readline(_MAXLINE + 1)
                if len(line) > _MAXLINE:
                    raise LineTooLong('header line')
                if not line.strip():
                    break
                if self.debuglevel > 0:
                    print 'header:', line.strip()
        self.status = status
        self.reason = reason.strip()
        if version == 'HTTP/1.0':
            self.version = 10
        elif version.startswith('HTTP/1.'):
            self.version = 11
        elif version == 'HTTP/0.9':
            self.version = 9
        else:
            raise UnknownProtocol(version)
        if self.version == 9:
            from cStringIO import StringIO
            self.length = None
            self.chunked = 0
            self.will_close = 1
            self.msg = HTTPMessage(StringIO())
            return
        self.msg = HTTPMessage(self.fp, 0)
        if self.debuglevel > 0:
            for header in self.msg.headers:
                print 'header:', header,
        self.msg.fp = None
        self._find_length()

    def _find_length(self):
        self.chunked = int(self.msg.getheader('transfer-encoding', '').lower() == 'chunked')
        self.chunk_left = None
        self.will_close = self._check_close()
        length = self.msg.getheader('content-length')
        try:
            self.length = None if not length or self.chunked else int(length)
        except ValueError:
            self.length = None
        if self.length is not None and self.length < 0:
            self.length = None
        if self.status in (NO_CONTENT, NOT_MODIFIED) or 100 <= self.status < 200 or self._method == 'HEAD':
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = 1

    def _check_close(self):
        wish = self.msg.getheader('connection')
        if self.version == 11:
            return bool(wish and 'close' in wish.lower())
        if self.msg.getheader('keep-alive'):
            return False
        if wish and 'keep-alive' in wish.lower():
            return False
        wish = self.msg.getheader('proxy-connection')
        return not (wish and 'keep-alive' in wish.lower())

    def close(self):
        fp, self.fp = self.fp, None
        if fp:
            fp.close()

    def isclosed(self):
        return self.fp is None

    def read(self, amt=None):
        """The body, or at most so much of it; '' at its end."""
        if self.fp is None:
            return ''
        if self._method == 'HEAD':
            self.close()
            return ''
        if self.chunked:
            return self._read_chunked(amt)
        if amt is None:
            if self.length is None:
                text = self.fp.read()
            else:
                try:
                    text = self._safe_read(self.length)
                except IncompleteRead:
                    self.close()
                    raise
                self.length = 0
            self.close()
            return text
        if self.length is not None and amt > self.length:
            amt = self.length
        text = self.fp.read(amt)
        if not text and amt:
            self.close()
        if self.length is not None:
            self.length -= len(text)
            if not self.length:
                self.close()
        return text

    def _read_chunked(self, amt):
        parts = []
        while True:
            if self.chunk_left is None:
                line = self.fp.readline(_MAXLINE + 1)
                if len(line) > _MAXLINE:
                    raise LineTooLong('chunk size')
                try:
                    left = int(line.split(';', 1)[0], 16)
                except ValueError:
                    self.close()
                    raise IncompleteRead(''.join(parts))
                if left == 0:
                    break
                self.chunk_left = left
            if amt is not None and amt < self.chunk_left:
                parts.append(self._safe_read(amt))
                self.chunk_left -= amt
                return ''.join(parts)
            parts.append(self._safe_read(self.chunk_left))
            if amt is not None:
                amt -= self.chunk_left
            self._safe_read(2)
            self.chunk_left = None
            if amt == 0:
                return ''.join(parts)
        while True:
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong('trailer line')
            if not line or line == '\r\n':
                break
        self.close()
        return ''.join(parts)

    def _safe_read(self, amt):
        text = self.fp.read(amt)
        if len(text) < amt:
            raise IncompleteRead(text, amt - len(text))
        return text

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        if self.msg is None:
            raise ResponseNotReady()
        return self.msg.getheader(name, default)

    def getheaders(self):
        if self.msg is None:
            raise ResponseNotReady()
        return self.msg.items()


class HTTPConnection:
    """A connection to a host: request(), then getresponse(), and so on."""

    _http_vsn = 11
    _http_vsn_str = 'HTTP/1.1'
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0
    strict = 0

    def __init__(self, host, port=None, strict=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None):
        self.timeout = timeout
        self.source_address = source_address
        self.sock = None
        self._buffer = []
        self.__response = None
        self.__state = _CS_IDLE
        self._method = None
        self._tunnel_host = None
        self._tunnel_port = None
        self._tunnel_headers = {}
        if strict is not None:
            self.strict = strict
        self.host, self.port = self._get_hostport(host, port)
        self._validate_host(self.host)
        self._create_connection = socket.create_connection

    def set_tunnel(self, host, port=None, headers=None):
        """The connection goes to a proxy, and through it to this host."""
        if self.sock:
            raise RuntimeError("Can't setup tunnel for established connection.")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = headers or {}

    def _get_hostport(self, host, port):
        if port is None:
            colon = host.rfind(':')
            if colon > host.rfind(']'):
                try:
                    port = int(host[colon + 1:])
                except ValueError:
                    if host[colon + 1:]:
                        raise InvalidURL("nonnumeric port: '%s'" % host[colon + 1:])
                    port = self.default_port
                host = host[:colon]
            else:
                port = self.default_port
        if host and host[0] == '[' and host[-1] == ']':
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def _tunnel(self):
        self.send('CONNECT %s:%d HTTP/1.0\r\n' % (self._tunnel_host, self._tunnel_port))
        for header, value in self._tunnel_headers.iteritems():
            self.send('%s: %s\r\n' % (header, value))
        self.send('\r\n')
        response = self.response_class(self.sock, strict=self.strict, method=self._method)
        version, code, message = response._read_status()
        if version == 'HTTP/0.9':
            self.close()
            raise socket.error('Invalid response from tunnel request')
        if code != 200:
            self.close()
            raise socket.error('Tunnel connection failed: %d %s' % (code, message.strip()))
        while response.fp.readline(_MAXLINE + 1).strip():
            pass

    def connect(self):
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        self.__state = _CS_IDLE
        sock, self.sock = self.sock, None
        if sock:
            sock.close()
        response, self.__response = self.__response, None
        if response:
            response.close()

    def send(self, data):
        """Sends text, or what a file has to read."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print 'send:', repr(data)
        if hasattr(data, 'read'):
            for part in iter(lambda: data.read(8192), ''):
                self.sock.sendall(part)
        else:
            self.sock.sendall(data)

    def _output(self, line):
        self._buffer.append(line)

    def _send_output(self, message_body=None):
        message = '\r\n'.join(self._buffer + ['', ''])
        self._buffer = []
        if isinstance(message_body, str):
            message += message_body
            message_body = None
        self.send(message)
        if message_body is not None:
            self.send(message_body)

    def putrequest(self, method, url, skip_host=0, skip_accept_encoding=0):
        """Begins a request; its headers come next."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_IDLE:
            raise CannotSendRequest()
        self.__state = _CS_REQ_STARTED
        self._method = method
        url = url or '/'
        self._validate_path(url)
        self._output(self._encode_request('%s %s %s' % (method, url, self._http_vsn_str)))
        if self._http_vsn != 11:
            return
        if not skip_host:
            self._put_host(url)
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')

    def _encode_request(self, request):
        return request

    def _put_host(self, url):
        netloc = urlparse.urlsplit(url)[1] if url.startswith('http') else ''
        if netloc:
            self.putheader('Host', netloc.encode('ascii') if isinstance(netloc, unicode) else netloc)
            return
        host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
        if isinstance(host, unicode):
            host = host.encode('idna')
        if ':' in host:
            host = '[' + host + ']'
        self.putheader('Host', host if port == self.default_port else '%s:%s' % (host, port))

    def _validate_path(self, url):
        match = _path_control.search(url)
        if match:
            raise InvalidURL("URL can't contain control characters. %r (found at least %r)" % (url, match.group()))

    def _validate_host(self, host):
        match = _path_control.search(host)
        if match:
            raise InvalidURL("URL can't contain control characters. %r (found at least %r)" % (host, match.group()))

    def putheader(self, header, *values):
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        header = '%s' % header
        if not _header_name.match(header):
            raise ValueError('Invalid header name %r' % (header,))
        values = [str(value) for value in values]
        for value in values:
            if _header_value_end.search(value):
                raise ValueError('Invalid header value %r' % (value,))
        self._output('%s: %s' % (header, '\r\n\t'.join(values)))

    def endheaders(self, message_body=None):
        if self.__state != _CS_REQ_STARTED:
            raise CannotSendHeader()
        self.__state = _CS_REQ_SENT
        self._send_output(message_body)

    def request(self, method, url, body=None, headers={}):
        """Sends a whole request."""
        self._send_request(method, url, body, headers)

    def _set_content_length(self, body, method):
        length = None
        if body is None:
            if method.upper() in _METHODS_EXPECTING_BODY:
                length = '0'
        else:
            try:
                length = str(len(body))
            except (TypeError, AttributeError):
                try:
                    length = str(os.fstat(body.fileno()).st_size)
                except (AttributeError, OSError):
                    if self.debuglevel > 0:
                        print 'Cannot stat!!'
        if length is not None:
            self.putheader('Content-Length', length)

    def _send_request(self, method, url, body, headers):
        given = frozenset(name.lower() for name in headers)
        self.putrequest(method, url, int('host' in given), int('accept-encoding' in given))
        if 'content-length' not in given:
            self._set_content_length(body, method)
        for header, value in headers.iteritems():
            self.putheader(header, value)
        self.endheaders(body)

    def getresponse(self, buffering=False):
        """The response to the request that was sent."""
        if self.__response and self.__response.isclosed():
            self.__response = None
        if self.__state != _CS_REQ_SENT or self.__response:
            raise ResponseNotReady()
        response = self.response_class(self.sock, self.debuglevel, strict=self.strict, method=self._method,
                                       buffering=buffering)
        try:
            response.begin()
            self.__state = _CS_IDLE
            if response.will_close:
                self.close()
            else:
                self.__response = response
            return response
        except:
            response.close()
            raise


class HTTP:
    """The same as it was called before HTTP/1.1."""

    _http_vsn = 10
    _http_vsn_str = 'HTTP/1.0'
    debuglevel = 0
    _connection_class = HTTPConnection

    def __init__(self, host='', port=None, strict=None):
        self._conn = self._connection_class(host, port or None, strict)
        self._conn._http_vsn, self._conn._http_vsn_str = self._http_vsn, self._http_vsn_str
        for name in 'send', 'putrequest', 'putheader', 'endheaders', 'set_debuglevel':
            setattr(self, name, getattr(self._conn, name))
        self.file = None

    def connect(self, host=None, port=None):
        if host is not None:
            self._conn.host, self._conn.port = self._conn._get_hostport(host, port)
        self._conn.connect()

    def getfile(self):
        return self.file

    def getreply(self, buffering=False):
        """(status, reason, headers); status is -1 if the answer cannot be read."""
        try:
            response = self._conn.getresponse(buffering)
        except BadStatusLine as e:
            self.file = self._conn.sock.makefile('rb', 0)
            self.close()
            self.headers = None
            return -1, e.line, None
        self.headers = response.msg
        self.file = response.fp
        return response.status, response.reason, response.msg

    def close(self):
        self._conn.close()
        self.file = None


class LineAndFileWrapper:
    """A file with a line put back before it."""

    def __init__(self, line, file):
        self._line = line
        self._file = file

    def __getattr__(self, name):
        return getattr(self._file, name)

    def read(self, amt=None):
        if amt is not None and amt <= len(self._line):
            text, self._line = self._line[:amt], self._line[amt:]
            return text
        line, self._line = self._line, ''
        return line + (self._file.read() if amt is None else self._file.read(amt - len(line)))

    def readline(self):
        line, self._line = self._line, ''
        return line or self._file.readline()

    def readlines(self, size=None):
        line, self._line = self._line, ''
        return ([line] if line else []) + self._file.readlines()
