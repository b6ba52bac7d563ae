"""Calling functions of servers by XML over HTTP."""

import errno
import httplib
import socket
import urllib

from _xmlelements import ExpatError, ExpatParser
from _xmlrpcvalues import *
from _xmlrpcvalues import (_LEAST, _MOST, _binary, _datetime, _datetime_type, _stringify, base64, datetime,
                           time, types)

__version__ = '1.0.1'

# What a fault's number says, where it is not the called function's own.
PARSE_ERROR = NOT_WELLFORMED_ERROR = -32700
UNSUPPORTED_ENCODING, INVALID_ENCODING_CHAR = -32701, -32702
SERVER_ERROR = INVALID_XMLRPC = -32600
METHOD_NOT_FOUND, INVALID_METHOD_PARAMS, INTERNAL_ERROR = -32601, -32602, -32603
APPLICATION_ERROR, SYSTEM_ERROR, TRANSPORT_ERROR = -32500, -32400, -32300

MAXINT, MININT = long(_MOST), long(_LEAST)
StringTypes = types.StringTypes
Boolean, boolean = bool, bool
globals().update({'True': 1 == 1, 'False': 1 == 0})
SlowParser = ExpatParser
FastMarshaller = FastParser = FastUnmarshaller = None

# ---------------------------------------------------------------- whole messages


def getparser(use_datetime=0):
    """A reader, and what makes values of what it reads."""
    target = Unmarshaller(use_datetime)
    return ExpatParser(target), target


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=0):
    """A call, a response or only parameters as XML."""
    is_fault = isinstance(params, Fault)
    assert is_fault or isinstance(params, tuple), 'argument must be tuple or Fault instance'
    assert is_fault or not methodresponse or len(params) == 1, 'response tuple must be a singleton'
    coding = encoding or 'utf-8'
    text = (FastMarshaller or Marshaller)(coding, allow_none).dumps(params)
    head = "<?xml version='1.0'%s?>\n" % ('' if coding == 'utf-8' else " encoding='%s'" % coding)
    if methodname:
        name = methodname.encode(coding, 'xmlcharrefreplace') if isinstance(methodname, unicode) else methodname
        return head + '<methodCall>\n<methodName>%s</methodName>\n%s</methodCall>\n' % (name, text)
    return head + '<methodResponse>\n%s</methodResponse>\n' % text if is_fault or methodresponse else text


def loads(data, use_datetime=0):
    """The values in XML, and the method's name or None. A fault is raised."""
    reader, target = getparser(use_datetime=use_datetime)
    reader.feed(data)
    reader.close()
    return target.close(), target.getmethodname()


def gzip_encode(data):
    """The data compressed, for a server that takes it so."""
    import zlib
    packer = zlib.compressobj(1, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def gzip_decode(data, max_decode=20971520):
    """The data as it was; no more than so many bytes of it."""
    import zlib
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        text = unpacker.decompress(data) if max_decode < 0 else unpacker.decompress(data, max_decode + 1)
    except zlib.error:
        raise ValueError('invalid data')
    if 0 <= max_decode < len(text):
        raise ValueError('max gzipped payload length exceeded')
    return text


# ---------------------------------------------------------------- the way to the server


class Transport:
    """Sends calls over HTTP; subclasses override a step."""

    user_agent = 'xmlrpclib.py/%s (by www.pythonware.com)' % __version__
    accept_gzip_encoding, encode_threshold = True, None

    def __init__(self, use_datetime=0):
        self._use_datetime, self._extra_headers = use_datetime, []
        self._connection = None, None

    def request(self, host, handler, request_body, verbose=0):
        """The values of the response; once more on a new connection when the server has closed this one meanwhile."""
        call = host, handler, request_body, verbose
        try:
            return self.single_request(*call)
        except socket.error as problem:
            if problem.errno not in (errno.EPIPE, errno.ECONNRESET, errno.ECONNABORTED):
                raise
        except httplib.BadStatusLine:
            pass
        return self.single_request(*call)

    def single_request(self, host, handler, request_body, verbose=0):
        connection = self.make_connection(host)
        if verbose:
            connection.set_debuglevel(1)
        is_kept = False
        try:
            answer = self._ask(connection, host, handler, request_body)
            if answer.status == 200:
                self.verbose = verbose
                values = self.parse_response(answer)
            is_kept = True
        except Fault:
            is_kept = True
            raise
        finally:
            if not is_kept:
                self.close()
        if answer.status == 200:
            return values
        if answer.getheader('content-length', 0):
            answer.read()
        raise ProtocolError(host + handler, answer.status, answer.reason, answer.msg)

    def _ask(self, connection, host, handler, body):
        for step, given in ((self.send_request, (handler, body)), (self.send_host, (host,)), (self.send_user_agent, ()),
                            (self.send_content, (body,))):
            step(connection, *given)
        return connection.getresponse(True)

    # ------------------------------------------------------------ the connection

    def get_host_info(self, host):
        """The host, the headers for a user in its name, and what a secure connection needs."""
        keys = {}
        if isinstance(host, tuple):
            host, keys = host
        user, host = urllib.splituser(host)
        if not user:
            return host, None, keys
        credentials = base64.b64encode(urllib.unquote(user))
        return host, [('Authorization', 'Basic ' + credentials)], keys

    def make_connection(self, host):
        """The connection, the one that there is if it goes there."""
        known, connection = self._connection
        if connection is None or known != host:
            connection = self._connect(host)
            self._connection = host, connection
        return connection

    def _connect(self, host):
        name, self._extra_headers, _ = self.get_host_info(host)
        return httplib.HTTPConnection(name)

    def close(self):
        connection = self._connection[1]
        self._connection = None, None
        if connection:
            connection.close()

    # ------------------------------------------------------------ steps

    def send_request(self, connection, handler, request_body):
        packed = bool(self.accept_gzip_encoding)
        connection.putrequest('POST', handler, skip_accept_encoding=packed)
        if packed:
            connection.putheader('Accept-Encoding', 'gzip')

    def send_host(self, connection, host):
        given = self._extra_headers or []
        for pair in given.items() if isinstance(given, dict) else given:
            connection.putheader(*pair)

    def send_user_agent(self, connection):
        connection.putheader(*('User-Agent', self.user_agent))

    def send_content(self, connection, request_body):
        headers = [('Content-Type', 'text/xml')]
        if self.encode_threshold is not None and len(request_body) > self.encode_threshold:
            headers += [('Content-Encoding', 'gzip')]
            request_body = gzip_encode(request_body)
        for pair in headers + [('Content-Length', '%d' % len(request_body))]:
            connection.putheader(*pair)
        connection.endheaders(request_body)

    def getparser(self):
        return getparser(self._use_datetime)

    def parse_response(self, response):
        """The values in what the server has sent."""
        coding = response.getheader('Content-Encoding', '') if hasattr(response, 'getheader') else ''
        text = ''.join(iter(lambda: response.read(1024), ''))
        if coding == 'gzip':
            text = gzip_decode(text)
        if self.verbose:
            print 'body:', repr(text)
        reader, target = self.getparser()
        reader.feed(text)
        reader.close()
        return target.close()


class SafeTransport(Transport):
    """The same over connections that would be secure."""

    def __init__(self, use_datetime=0, context=None):
        Transport.__init__(self, use_datetime)
        self.context = context

    def _connect(self, host):
        name, self._extra_headers, keys = self.get_host_info(host)
        return httplib.HTTPSConnection(name, context=self.context, **(keys or {}))


# ---------------------------------------------------------------- proxies


class _Method:
    """A function of the server; its attributes are functions too, under both names."""

    def __init__(self, send, name):
        self.__way = send, name

    def __getattr__(self, name):
        send, own = self.__dict__['_Method__way']
        return _Method(send, own + '.' + name)

    def __call__(self, *args):
        send, name = self.__way
        return send(name, args)


class ServerProxy:
    """Has the functions of a server as methods. `proxy('close')` and `proxy('transport')` are for itself."""

    def __init__(self, uri, transport=None, encoding=None, verbose=0, allow_none=0, use_datetime=0, context=None):
        address = uri.encode('ISO-8859-1') if isinstance(uri, unicode) else uri
        kind, place = urllib.splittype(address)
        if kind != 'http' and kind != 'https':
            raise IOError('unsupported XML-RPC protocol')
        host, path = urllib.splithost(place)
        self.__place = host, path or '/RPC2'
        if transport is None:
            transport = Transport(use_datetime) if kind == 'http' else SafeTransport(use_datetime, context)
        self.__transport, self.__form = transport, (encoding, allow_none)
        self.__verbose = verbose

    def __request(self, methodname, params):
        encoding, allow_none = self.__form
        call = dumps(params, methodname, None, encoding, allow_none)
        host, path = self.__place
        values = self.__transport.request(host, path, call, verbose=self.__verbose)
        return values[0] if len(values) == 1 else values

    def __repr__(self):
        return '<ServerProxy for %s%s>' % self.__place

    __str__ = __repr__

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        if attr not in ('close', 'transport'):
            raise AttributeError('Attribute %r not found' % (attr,))
        return self.__transport.close if attr == 'close' else self.__transport


Server = ServerProxy

# ---------------------------------------------------------------- several calls at once


class _MultiCallMethod:
    """A function that is called later."""

    def __init__(self, call_list, name):
        self.__later = call_list, name

    def __getattr__(self, name):
        calls, own = self.__dict__['_MultiCallMethod__later']
        return _MultiCallMethod(calls, own + '.' + name)

    def __call__(self, *args):
        calls, name = self.__later
        calls.append((name, args))


class MultiCallIterator:
    """The results; that of a call that has failed is raised."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        result = self.results[i]
        if isinstance(result, list):
            return result[0]
        if isinstance(result, dict):
            raise Fault(result['faultCode'], result['faultString'])
        raise ValueError('unexpected type in multicall result')


class MultiCall:
    """Takes calls, and makes them all when it is called itself."""

    def __init__(self, server):
        self.__server, self.__calls = server, []

    def __repr__(self):
        return '<MultiCall at %x>' % id(self)

    __str__ = __repr__

    def __getattr__(self, name):
        return _MultiCallMethod(self.__calls, name)

    def __call__(self):
        told = [dict(methodName=name, params=args) for name, args in self.__calls]
        return MultiCallIterator(self.__server.system.multicall(told))
