"""The client's side of HTTP: connections, requests and responses."""

import os
import re
import socket
from cStringIO import StringIO
from urlparse import urlsplit as _urlsplit

from _httpbody import LineAndFileWrapper, line_of as _line
from _httpnames import *
from _httpnames import _MAXLINE, constants as _constants
from _httpresponse import _MAXHEADERS, _UNKNOWN, HTTPMessage, HTTPResponse

__all__ = ('HTTP HTTPResponse HTTPConnection HTTPException NotConnected UnknownProtocol UnknownTransferEncoding '
           'UnimplementedFileMode IncompleteRead InvalidURL ImproperConnectionState CannotSendRequest CannotSendHeader '
           'ResponseNotReady BadStatusLine error responses HTTPSConnection').split()

HTTP_PORT, HTTPS_PORT = 80, 443
MAXAMOUNT, _BLOCK = 1 << 20, 8192
globals().update(_constants, error=HTTPException)
del constants

# ---------------------------------------------------------------- connections

_CS_IDLE, _CS_REQ_STARTED, _CS_REQ_SENT = 'Idle', 'Request-started', 'Request-sent'
_METHODS_EXPECTING_BODY = set('PATCH POST PUT'.split())
_is_legal_header_name = re.compile(r'[^:\s][^:\r\n]*\Z').match
_is_illegal_header_value = re.compile(r'\n(?![ \t])|\r(?![ \t\n])').search
_CONTROL = re.compile('[\0- \x7f]')


def _refuse_control(self, text):
    for found in _CONTROL.finditer(text):
        raise InvalidURL("URL can't contain control characters. %r (found at least %r)" % (text, found.group()))


class HTTPConnection:
    """Sends requests to a server, one after the other: `request`, and then `getresponse`."""

    _http_vsn, _http_vsn_str = 11, 'HTTP/1.1'
    response_class, default_port = HTTPResponse, HTTP_PORT
    auto_open, debuglevel, strict = 1, 0, 0

    def __init__(self, host, port=None, strict=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None):
        self.timeout, self.source_address = timeout, source_address
        self.sock, self._buffer, self._method = None, [], None
        self.__state, self.__response = _CS_IDLE, None
        self._tunnel_host, self._tunnel_port, self._tunnel_headers = None, None, {}
        self.strict = self.strict if strict is None else strict
        self._create_connection = socket.create_connection
        place = self._get_hostport(host, port)
        self._validate_host(place[0])
        self.host, self.port = place

    def _get_hostport(self, host, port):
        """The name without brackets, and the number, which may stand in the name."""
        name, colon, digits = host.rpartition(':')
        is_given = colon and ']' not in digits and port is None
        if is_given:
            host = name
            if re.match(r'\s*[-+]?\d+\s*\Z', digits):
                port = int(digits)
            elif digits:
                raise InvalidURL("nonnumeric port: '%s'" % digits)
        port = self.default_port if port is None else port
        return host[1:-1] if host.startswith('[') and host.endswith(']') else host, port

    _validate_host = _refuse_control
    _validate_path = _refuse_control

    def set_debuglevel(self, level):
        self.debuglevel = level

    # ------------------------------------------------------------ the connection

    def set_tunnel(self, host, port=None, headers=None):
        """Has the proxy that this connects to connect to a host."""
        if self.sock is not None:
            raise RuntimeError("Can't setup tunnel for established connection.")
        self._tunnel_host, self._tunnel_port = host, port
        self._tunnel_headers = dict(headers or {})

    def _tunnel(self):
        target = self._get_hostport(self._tunnel_host, self._tunnel_port)
        lines = ['CONNECT %s:%d HTTP/1.0' % target] + ['%s: %s' % pair for pair in self._tunnel_headers.iteritems()]
        self.send('\r\n'.join(lines + ['', '']))
        answer = self.response_class(self.sock, strict=self.strict, method=self._method)
        version, code, reason = answer._read_status()
        if version == 'HTTP/0.9' or code != 200:
            self.close()
            raise socket.error('Invalid response from tunnel request' if version == 'HTTP/0.9' else
                               'Tunnel connection failed: %d %s' % (code, reason.strip()))
        while _line(answer.fp, 'header line') not in ('', '\n', '\r\n'):
            pass

    def connect(self):
        address = self.host, self.port
        self.sock = self._create_connection(address, self.timeout, self.source_address)
        for step in [self._tunnel] if self._tunnel_host else []:
            step()

    def close(self):
        """Closes the connection; the next request opens another."""
        self.__go(_CS_IDLE)
        sock, self.sock = self.sock, None
        response, self.__response = self.__response, None
        for opened in sock, response:
            if opened:
                opened.close()

    def send(self, data):
        """Sends a text, or what can be read from a file."""
        if not (self.sock or self.auto_open):
            raise NotConnected()
        elif self.sock is None:
            self.connect()
        # An array can be read into, but is a text.
        is_file = hasattr(data, 'read') and not hasattr(data, 'buffer_info')
        if self.debuglevel > 0:
            print 'send:', repr(data) + ('\nsendIng a read()able' if is_file else '')
        for block in iter(lambda: data.read(_BLOCK), '') if is_file else [data]:
            self.sock.sendall(block)

    # ------------------------------------------------------------ requests

    def _output(self, s):
        """Keeps a line until the head is whole."""
        self._buffer.append(s)

    def _send_output(self, message_body=None):
        """Sends the head, in one piece with a body that is a text."""
        head = ''.join(line + '\r\n' for line in self._buffer + [''])
        del self._buffer[:]
        pieces = [head, message_body]
        if isinstance(message_body, str):
            pieces = [head + message_body]
        for piece in pieces:
            if piece is not None:
                self.send(piece)

    def __go(self, state, before=None, refusal=None):
        """Notes where a request is; it must have been at the right place."""
        if self.__response is not None and self.__response.isclosed():
            # It has been read to its end.
            self.__response = None
        if before is not None and self.__state != before:
            raise refusal()
        self.__state = state

    def putrequest(self, method, url, skip_host=0, skip_accept_encoding=0):
        """Begins a request, with the headers that servers want to have."""
        self.__go(_CS_REQ_STARTED, _CS_IDLE, CannotSendRequest)
        self._method, path = method, url or '/'
        self._validate_path(path)
        line = '%s %s %s' % (method, path, self._http_vsn_str)
        self._output(self._encode_request(line))
        standard = [] if skip_host else [('Host', self._host_header(path))]
        if not skip_accept_encoding:
            standard.append(('Accept-Encoding', 'identity'))
        for pair in standard if self._http_vsn >= 11 else ():
            self.putheader(*pair)

    def _encode_request(self, request):
        """The line as it is sent; for subclasses."""
        return request

    def _host_header(self, url):
        """The server's name as the request gives it."""
        named = _urlsplit(url).netloc if url.startswith('http') else ''
        if named:
            return _encoded(named)
        tunnel = self._tunnel_host
        host, port = self._get_hostport(tunnel, self._tunnel_port) if tunnel else (self.host, self.port)
        name = _encoded('[%s]' % host if ':' in host else host)
        return name if port == self.default_port else '%s:%s' % (name, port)

    def putheader(self, header, *values):
        """A header; several values stand on lines of their own."""
        name = '%s' % header
        self.__go(_CS_REQ_STARTED, _CS_REQ_STARTED, CannotSendHeader)
        if not _is_legal_header_name(name):
            raise ValueError('Invalid header name %r' % (name,))
        texts = map(str, values)
        for text in filter(_is_illegal_header_value, texts):
            raise ValueError('Invalid header value %r' % (text,))
        self._output(': '.join([name, '\r\n\t'.join(texts)]))

    def endheaders(self, message_body=None):
        """Sends what has been put together."""
        self.__go(_CS_REQ_SENT, _CS_REQ_STARTED, CannotSendHeader)
        self._send_output(message_body=message_body)

    def request(self, method, url, body=None, headers={}):
        """Sends a whole request."""
        self._send_request(method, url, body=body, headers=headers)

    def _send_request(self, method, url, body, headers):
        given = set(name.lower() for name in headers)
        skipped = [('skip_' + name.replace('-', '_'), 1) for name in ('host', 'accept-encoding') if name in given]
        self.putrequest(method, url, **dict(skipped))
        if not given.intersection(['content-length']):
            self._set_content_length(body, method=method)
        for pair in headers.iteritems():
            self.putheader(*pair)
        self.endheaders(body)

    def _set_content_length(self, body, method):
        is_expected = method.upper() in _METHODS_EXPECTING_BODY
        length = (0 if is_expected else None) if body is None else _length(body)
        if length is not None:
            self.putheader('Content-Length', '%d' % length)
        elif self.debuglevel > 0 and body is not None:
            print 'Cannot stat!!'

    # ------------------------------------------------------------ responses

    def getresponse(self, buffering=False):
        """The response to the request that was sent last."""
        self.__go(_CS_REQ_SENT, _CS_REQ_SENT, ResponseNotReady)
        if self.__response is not None:
            raise ResponseNotReady
        more = {'buffering': True} if buffering else {}
        level = [self.debuglevel] if self.debuglevel > 0 else []
        response = self.response_class(self.sock, *level, strict=self.strict, method=self._method, **more)
        _begin(response)
        self.__go(_CS_IDLE)
        if not response.will_close:
            self.__response = response
        else:
            self.close()
        return response


def _begin(response):
    """Reads the head; whatever is wrong with it, nothing stays open."""
    is_begun = False
    try:
        response.begin()
        is_begun = True
    finally:
        if not is_begun:
            response.close()


def _encoded(name):
    """A host's name in the form for machines."""
    try:
        return name.encode('ascii')
    except UnicodeEncodeError:
        return name.encode('idna')


def _length(body):
    """How long a text or a file is, or None."""
    if hasattr(body, '__len__'):
        return len(body)
    try:
        return os.fstat(body.fileno()).st_size
    except (OSError, AttributeError):
        return None


class HTTPSConnection(HTTPConnection):
    """A connection that would be secure: there is no module `ssl` here."""

    auto_open, default_port = 1, HTTPS_PORT

    def __init__(self, host, port=None, key_file=None, cert_file=None, strict=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None):
        secrets = key_file, cert_file, context
        HTTPConnection.__init__(self, host, port, strict, timeout=timeout, source_address=source_address)
        self.key_file, self.cert_file, self._context = secrets

    def connect(self):
        raise socket.error('https needs the module ssl (the library OpenSSL), which is not available; http works')


# ---------------------------------------------------------------- the interface of Python 1.5


class HTTP:
    """A connection by the methods that there were first; it speaks HTTP/1.0."""

    _http_vsn, _http_vsn_str = 10, 'HTTP/1.0'
    _connection_class, debuglevel = HTTPConnection, 0
    _passed_on = 'send', 'putrequest', 'putheader', 'endheaders', 'set_debuglevel'

    def __init__(self, host='', port=None, strict=None):
        self._setup(self._connection_class(host, port or None, strict))

    def _setup(self, conn):
        self._conn, self.file = conn, None
        for name in self._passed_on:
            setattr(self, name, getattr(conn, name))
        conn._http_vsn, conn._http_vsn_str = self._http_vsn, self._http_vsn_str

    def connect(self, host=None, port=None):
        conn = self._conn
        if host is not None:
            conn.host, conn.port = conn._get_hostport(host, port)
        conn.connect()

    def getfile(self):
        """Where the body can be read from."""
        return self.file

    def getreply(self, buffering=False):
        """Number, reason and headers; -1, the line and None when there is no status."""
        try:
            answer = self._conn.getresponse(buffering)
        except BadStatusLine as problem:
            conn, self.headers = self._conn, None
            self.file = conn.sock.makefile('rb', 0)
            conn.close()
            return -1, problem.line, None
        self.headers, self.file = answer.msg, answer.fp
        return answer.status, answer.reason, answer.msg

    def close(self):
        conn, self.file = self._conn, None
        # What is read from is not closed: others may have it.
        conn.close()


class HTTPS(HTTP):
    """The same over a connection that would be secure."""

    _connection_class = HTTPSConnection

    def __init__(self, host='', port=None, key_file=None, cert_file=None, strict=None, context=None):
        self._setup(self._connection_class(host, port or None, key_file, cert_file, strict, context=context))
        self.key_file, self.cert_file = key_file, cert_file
