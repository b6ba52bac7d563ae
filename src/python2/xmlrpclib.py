"""Calls of functions on other machines: their arguments and results as XML, sent over HTTP."""

import base64
import datetime
import httplib
import operator
import re
import socket
import time
import types
import urllib

__version__ = '1.0.1'
MAXINT = 2 ** 31 - 1
MININT = -2 ** 31
PARSE_ERROR = NOT_WELLFORMED_ERROR = -32700
SERVER_ERROR = INVALID_XMLRPC = -32600
APPLICATION_ERROR = -32500
SYSTEM_ERROR = -32400
TRANSPORT_ERROR = -32300
UNSUPPORTED_ENCODING = -32701
INVALID_ENCODING_CHAR = -32702
METHOD_NOT_FOUND = -32601
INVALID_METHOD_PARAMS = -32602
INTERNAL_ERROR = -32603
Boolean = boolean = bool
StringTypes = (str, unicode)


def escape(s, replace=None):
    return s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def _stringify(string):
    """As str if it is all ASCII."""
    try:
        return string.encode('ascii')
    except UnicodeError:
        return string


class Error(Exception):
    def __str__(self):
        return repr(self)


class ProtocolError(Error):
    """The answer was no page: its URL, code, message and headers."""

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url = url
        self.errcode = errcode
        self.errmsg = errmsg
        self.headers = headers

    def __repr__(self):
        return '<ProtocolError for %s: %s %s>' % (self.url, self.errcode, self.errmsg)


class ResponseError(Error):
    pass


class Fault(Error):
    """What the called function raised."""

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode = faultCode
        self.faultString = faultString

    def __repr__(self):
        return '<Fault %s: %s>' % (self.faultCode, repr(self.faultString))


class DateTime:
    """A time as the text YYYYMMDDTHH:MM:SS."""

    def __init__(self, value=0):
        if not isinstance(value, StringTypes):
            if isinstance(value, datetime.datetime):
                value = value.strftime('%Y%m%dT%H:%M:%S')
            else:
                if not isinstance(value, (tuple, time.struct_time)):
                    value = time.localtime(value or time.time())
                value = '%04d%02d%02dT%02d:%02d:%02d' % tuple(value)[:6]
        self.value = value

    def _pair(self, other):
        if isinstance(other, DateTime):
            return self.value, other.value
        if isinstance(other, datetime.datetime):
            return self.value, other.strftime('%Y%m%dT%H:%M:%S')
        if isinstance(other, basestring):
            return self.value, other
        if hasattr(other, 'timetuple'):
            return self.timetuple(), other.timetuple()
        kind = hasattr(other, '__class__') and other.__class__.__name__ or type(other)
        raise TypeError("Can't compare %s and %s" % (self.__class__.__name__, kind))

    make_comparable = _pair

    def __lt__(self, other):
        return operator.lt(*self._pair(other))

    def __le__(self, other):
        return operator.le(*self._pair(other))

    def __gt__(self, other):
        return operator.gt(*self._pair(other))

    def __ge__(self, other):
        return operator.ge(*self._pair(other))

    def __eq__(self, other):
        return operator.eq(*self._pair(other))

    def __ne__(self, other):
        return operator.ne(*self._pair(other))

    def __cmp__(self, other):
        return cmp(*self._pair(other))

    def timetuple(self):
        return time.strptime(self.value, '%Y%m%dT%H:%M:%S')

    def __str__(self):
        return self.value

    def __repr__(self):
        return '<DateTime %s at %x>' % (repr(self.value), id(self))

    def decode(self, data):
        self.value = str(data).strip()

    def encode(self, out):
        out.write('<value><dateTime.iso8601>' + self.value + '</dateTime.iso8601></value>\n')


class Binary:
    """Bytes, sent in base64."""

    def __init__(self, data=None):
        self.data = data

    def __str__(self):
        return self.data or ''

    def __cmp__(self, other):
        return cmp(self.data, other.data if isinstance(other, Binary) else other)

    def decode(self, data):
        self.data = base64.decodestring(data)

    def encode(self, out):
        out.write('<value><base64>\n' + base64.encodestring(self.data) + '</base64></value>\n')


WRAPPERS = (DateTime, Binary)

# From values to XML.


class Marshaller:
    """Makes XML of values."""

    dispatch = {}

    def __init__(self, encoding=None, allow_none=0):
        self.memo = {}
        self.data = None
        self.encoding = encoding
        self.allow_none = allow_none

    def dumps(self, values):
        parts = []
        write = parts.append
        if isinstance(values, Fault):
            write('<fault>\n')
            self.__dump({'faultCode': values.faultCode, 'faultString': values.faultString}, write)
            write('</fault>\n')
        else:
            write('<params>\n')
            for value in values:
                write('<param>\n')
                self.__dump(value, write)
                write('</param>\n')
            write('</params>\n')
        return ''.join(parts)

    def __dump(self, value, write):
        kind = type(value)
        found = self.dispatch.get(kind)
        if found is None:
            if not hasattr(value, '__dict__') or any(base in self.dispatch for base in kind.__mro__):
                raise TypeError('cannot marshal %s objects' % kind)
            found = self.dispatch[types.InstanceType]
        found(self, value, write)

    def dump_nil(self, value, write):
        if not self.allow_none:
            raise TypeError('cannot marshal None unless allow_none is enabled')
        write('<value><nil/></value>')

    def dump_int(self, value, write):
        if not MININT <= value <= MAXINT:
            raise OverflowError('int exceeds XML-RPC limits')
        write('<value><int>%d</int></value>\n' % value)

    dump_long = dump_int

    def dump_bool(self, value, write):
        write('<value><boolean>%d</boolean></value>\n' % value)

    def dump_double(self, value, write):
        write('<value><double>' + repr(value) + '</double></value>\n')

    def dump_string(self, value, write):
        write('<value><string>' + escape(value) + '</string></value>\n')

    def _encode(self, text):
        return text.encode(self.encoding or 'utf-8', 'xmlcharrefreplace')

    def dump_unicode(self, value, write):
        write('<value><string>' + self._encode(escape(value)) + '</string></value>\n')

    def dump_array(self, value, write):
        self._enter(value, 'sequences')
        write('<value><array><data>\n')
        for item in value:
            self.__dump(item, write)
        write('</data></array></value>\n')
        del self.memo[id(value)]

    def _enter(self, value, kind):
        if id(value) in self.memo:
            raise TypeError('cannot marshal recursive ' + kind)
        self.memo[id(value)] = None

    def dump_struct(self, value, write):
        self._enter(value, 'dictionaries')
        write('<value><struct>\n')
        for key, item in value.items():
            if type(key) not in StringTypes:
                raise TypeError('dictionary key must be string')
            key = escape(key)
            write('<member>\n<name>%s</name>\n' % (self._encode(key) if isinstance(key, unicode) else key))
            self.__dump(item, write)
            write('</member>\n')
        write('</struct></value>\n')
        del self.memo[id(value)]

    def dump_datetime(self, value, write):
        write('<value><dateTime.iso8601>' + value.strftime('%Y%m%dT%H:%M:%S') + '</dateTime.iso8601></value>\n')

    def dump_instance(self, value, write):
        if value.__class__ in WRAPPERS:
            self.write = write
            value.encode(self)
            del self.write
        else:
            self.dump_struct(value.__dict__, write)

    dispatch.update({type(None): dump_nil, int: dump_int, long: dump_int, bool: dump_bool, float: dump_double,
                     str: dump_string, unicode: dump_unicode, tuple: dump_array, list: dump_array, dict: dump_struct,
                     datetime.datetime: dump_datetime, types.InstanceType: dump_instance})


# From XML to values.


class ExpatError(Exception):
    """The text is no XML: code, lineno, offset."""

    def __init__(self, message, lineno=1, offset=0):
        Exception.__init__(self, '%s: line %d, column %d' % (message, lineno, offset))
        self.lineno = lineno
        self.offset = offset


ExpatError.__module__ = 'xml.parsers.expat'
_markup = re.compile(r'<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>|'
                     r'</(?P<end>[^\s<>/]+)\s*>|<(?P<start>[^\s<>/!?]+)(?P<attrs>(?:[^<>"\']|"[^"]*"|\'[^\']*\')*?)'
                     r'(?P<empty>/?)>', re.DOTALL)
_entity = re.compile(r'&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));')
_entities = {'lt': u'<', 'gt': u'>', 'amp': u'&', 'quot': u'"', 'apos': u"'"}
_attribute = re.compile(r'''([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')''')
_declared = re.compile(r'''^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']''')


class ExpatParser:
    """Reads a whole document, and tells the target of its elements and texts."""

    def __init__(self, target):
        self.target = target
        self._parts = []

    def feed(self, data):
        self._parts.append(data)

    def close(self):
        text = ''.join(self._parts)
        self._parts = []
        if isinstance(text, str):
            declared = _declared.match(text)
            text = text.decode(declared.group(1) if declared else 'utf-8')
        self._text = text
        self.target.xml('utf-8', None)
        self._elements()
        del self.target

    def _fail(self, message, at):
        before = self._text[:at]
        raise ExpatError(message, before.count('\n') + 1, at - (before.rfind('\n') + 1))

    def _elements(self):
        text = self._text
        at = 0
        opened = []
        seen = False
        while True:
            tag = text.find('<', at)
            between = text[at:tag if tag >= 0 else len(text)]
            if opened:
                if between:
                    self._characters(between, at)
            elif between.strip():
                self._fail('junk after document element' if seen else 'syntax error', at)
            if tag < 0:
                if opened or not seen:
                    self._fail('no element found', len(text))
                return
            found = _markup.match(text, tag)
            if found is None:
                self._fail('not well-formed (invalid token)', tag + 1)
            at = found.end()
            if found.group('start'):
                if seen and not opened:
                    self._fail('junk after document element', tag)
                seen = True
                name = found.group('start')
                values = _attribute.findall(found.group('attrs'))
                self.target.start(name, dict((key, self._resolve(one or two, tag)) for key, one, two in values))
                if found.group('empty'):
                    self.target.end(name)
                else:
                    opened.append(name)
            elif found.group('end'):
                if not opened or opened.pop() != found.group('end'):
                    self._fail('mismatched tag', tag + 2)
                self.target.end(found.group('end'))
            elif found.group('cdata'):
                self.target.data(found.group('cdata'))

    def _characters(self, text, at):
        self.target.data(self._resolve(text, at).replace('\r\n', '\n').replace('\r', '\n'))

    def _resolve(self, text, at):
        if '&' not in text:
            return text

        def replace(match):
            hexadecimal, decimal, name = match.groups()
            if name:
                if name not in _entities:
                    self._fail('undefined entity', at + match.start())
                return _entities[name]
            return unichr(int(hexadecimal, 16) if hexadecimal else int(decimal))
        if '&' in _entity.sub('', text):
            self._fail('not well-formed (invalid token)', at + _entity.sub(lambda m: '.' * len(m.group()), text).index('&') + 1)
        return _entity.sub(replace, text)


SlowParser = ExpatParser


class Unmarshaller:
    """Makes values of elements."""

    dispatch = {}

    def __init__(self, use_datetime=0):
        self._type = None
        self._stack = []
        self._marks = []
        self._data = []
        self._value = False
        self._methodname = None
        self._encoding = 'utf-8'
        self.append = self._stack.append
        self._use_datetime = use_datetime

    def close(self):
        if self._type is None or self._marks:
            raise ResponseError()
        if self._type == 'fault':
            raise Fault(**dict((str(key), value) for key, value in self._stack[0].items()))
        return tuple(self._stack)

    def getmethodname(self):
        return self._methodname

    def xml(self, encoding, standalone):
        self._encoding = encoding

    def start(self, tag, attrs):
        tag = tag.rpartition(':')[2]
        if tag in ('array', 'struct'):
            self._marks.append(len(self._stack))
        self._data = []
        if self._value and tag not in self.dispatch:
            raise ResponseError('unknown tag %r' % tag)
        self._value = tag == 'value'

    def data(self, text):
        self._data.append(text)

    def end(self, tag):
        found = self.dispatch.get(tag) or self.dispatch.get(tag.rpartition(':')[2])
        if found:
            found(self, ''.join(self._data))

    def _took(self, value):
        self._stack.append(value)
        self._value = False

    def end_nil(self, data):
        self._took(None)

    def end_boolean(self, data):
        if data not in ('0', '1'):
            raise TypeError('bad boolean value')
        self._took(data == '1')

    def end_int(self, data):
        self._took(int(data))

    def end_double(self, data):
        self._took(float(data))

    def end_string(self, data):
        self._took(_stringify(data))

    def end_array(self, data):
        mark = self._marks.pop()
        self._stack[mark:] = [self._stack[mark:]]
        self._value = False

    def end_struct(self, data):
        mark = self._marks.pop()
        items = self._stack[mark:]
        self._stack[mark:] = [dict((_stringify(items[i]), items[i + 1]) for i in range(0, len(items), 2))]
        self._value = False

    def end_base64(self, data):
        value = Binary()
        value.decode(str(data))
        self._took(value)

    def end_dateTime(self, data):
        value = DateTime()
        value.decode(data)
        if self._use_datetime:
            value = datetime.datetime.strptime(value.value, '%Y%m%dT%H:%M:%S')
        self._took(value)

    def end_value(self, data):
        # A value without a type is a text.
        if self._value:
            self.end_string(data)

    def end_params(self, data):
        self._type = 'params'

    def end_fault(self, data):
        self._type = 'fault'

    def end_methodName(self, data):
        self._methodname = data
        self._type = 'methodName'

    dispatch.update({'nil': end_nil, 'boolean': end_boolean, 'i4': end_int, 'i8': end_int, 'int': end_int,
                     'double': end_double, 'string': end_string, 'name': end_string, 'array': end_array,
                     'struct': end_struct, 'base64': end_base64, 'dateTime.iso8601': end_dateTime,
                     'value': end_value, 'params': end_params, 'fault': end_fault, 'methodName': end_methodName})


def getparser(use_datetime=0):
    """A parser, and what it tells of what it reads."""
    target = Unmarshaller(use_datetime=use_datetime)
    return ExpatParser(target), target


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=0):
    """Values, or a Fault, as XML: of a call if there is a name, or of a response."""
    assert isinstance(params, (tuple, Fault)), 'argument must be tuple or Fault instance'
    if isinstance(params, Fault):
        methodresponse = 1
    elif methodresponse:
        assert len(params) == 1, 'response tuple must be a singleton'
    encoding = encoding or 'utf-8'
    data = Marshaller(encoding, allow_none).dumps(params)
    header = "<?xml version='1.0'%s?>\n" % ('' if encoding == 'utf-8' else " encoding='%s'" % str(encoding))
    if methodname:
        if isinstance(methodname, unicode):
            methodname = methodname.encode(encoding, 'xmlcharrefreplace')
        return header + '<methodCall>\n<methodName>' + methodname + '</methodName>\n' + data + '</methodCall>\n'
    if methodresponse:
        return header + '<methodResponse>\n' + data + '</methodResponse>\n'
    return data


def loads(data, use_datetime=0):
    """(values, name of the method or None) of XML; raises the Fault that it holds."""
    parser, target = getparser(use_datetime=use_datetime)
    parser.feed(data)
    parser.close()
    return target.close(), target.getmethodname()


def gzip_encode(data):
    import zlib
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def gzip_decode(data, max_decode=20971520):
    import zlib
    try:
        unpacked = zlib.decompress(data, 31)
    except zlib.error:
        raise ValueError('invalid data')
    if 0 <= max_decode < len(unpacked):
        raise ValueError('max gzipped payload length exceeded')
    return unpacked


# Calls.


class _Method:
    def __init__(self, send, name):
        self.__send = send
        self.__name = name

    def __getattr__(self, name):
        return _Method(self.__send, '%s.%s' % (self.__name, name))

    def __call__(self, *args):
        return self.__send(self.__name, args)


class _MultiCallMethod:
    def __init__(self, call_list, name):
        self.__call_list = call_list
        self.__name = name

    def __getattr__(self, name):
        return _MultiCallMethod(self.__call_list, '%s.%s' % (self.__name, name))

    def __call__(self, *args):
        self.__call_list.append((self.__name, args))


class MultiCallIterator:
    """The results of several calls; that of a call that failed raises."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        item = self.results[i]
        if type(item) == dict:
            raise Fault(item['faultCode'], item['faultString'])
        if type(item) == list:
            return item[0]
        raise ValueError('unexpected type in multicall result')


class MultiCall:
    """Collects calls, and sends them as one when it is called."""

    def __init__(self, server):
        self.__server = server
        self.__call_list = []

    def __repr__(self):
        return '<MultiCall at %x>' % id(self)

    __str__ = __repr__

    def __getattr__(self, name):
        return _MultiCallMethod(self.__call_list, name)

    def __call__(self):
        calls = [{'methodName': name, 'params': args} for name, args in self.__call_list]
        return MultiCallIterator(self.__server.system.multicall(calls))


class Transport:
    """Sends calls over HTTP."""

    user_agent = 'xmlrpclib.py/%s (by www.pythonware.com)' % __version__
    accept_gzip_encoding = True
    encode_threshold = None

    def __init__(self, use_datetime=0):
        self._use_datetime = use_datetime
        self._connection = None, None
        self._extra_headers = []

    def request(self, host, handler, request_body, verbose=0):
        """The result of a call; sent again if the connection had been closed meanwhile."""
        for last in False, True:
            try:
                return self.single_request(host, handler, request_body, verbose)
            except (socket.error, httplib.BadStatusLine) as e:
                if last or isinstance(e, socket.error) and e.errno not in (32, 103, 104):
                    raise

    def single_request(self, host, handler, request_body, verbose=0):
        connection = self.make_connection(host)
        if verbose:
            connection.set_debuglevel(1)
        try:
            self.send_request(connection, handler, request_body)
            self.send_host(connection, host)
            self.send_user_agent(connection)
            self.send_content(connection, request_body)
            response = connection.getresponse(buffering=True)
            if response.status == 200:
                self.verbose = verbose
                return self.parse_response(response)
        except Fault:
            raise
        except Exception:
            self.close()
            raise
        if response.getheader('content-length', 0):
            response.read()
        raise ProtocolError(host + handler, response.status, response.reason, response.msg)

    def getparser(self):
        return getparser(use_datetime=self._use_datetime)

    def get_host_info(self, host):
        x509 = {}
        if isinstance(host, tuple):
            host, x509 = host
        auth, host = urllib.splituser(host)
        if not auth:
            return host, None, x509
        auth = ''.join(base64.encodestring(urllib.unquote(auth)).split())
        return host, [('Authorization', 'Basic ' + auth)], x509

    def make_connection(self, host):
        if not (self._connection and host == self._connection[0]):
            name, self._extra_headers, x509 = self.get_host_info(host)
            self._connection = host, httplib.HTTPConnection(name)
        return self._connection[1]

    def close(self):
        host, connection = self._connection
        if connection:
            self._connection = None, None
            connection.close()

    def send_request(self, connection, handler, request_body):
        if self.accept_gzip_encoding:
            connection.putrequest('POST', handler, skip_accept_encoding=True)
            connection.putheader('Accept-Encoding', 'gzip')
        else:
            connection.putrequest('POST', handler)

    def send_host(self, connection, host):
        extra = self._extra_headers
        if isinstance(extra, dict):
            extra = extra.items()
        for key, value in extra or ():
            connection.putheader(key, value)

    def send_user_agent(self, connection):
        connection.putheader('User-Agent', self.user_agent)

    def send_content(self, connection, request_body):
        connection.putheader('Content-Type', 'text/xml')
        if self.encode_threshold is not None and self.encode_threshold < len(request_body):
            connection.putheader('Content-Encoding', 'gzip')
            request_body = gzip_encode(request_body)
        connection.putheader('Content-Length', str(len(request_body)))
        connection.endheaders(request_body)

    def parse_response(self, response):
        text = response.read()
        if hasattr(response, 'getheader') and response.getheader('Content-Encoding', '') == 'gzip':
            text = gzip_decode(text, -1)
        if self.verbose:
            print 'body:', repr(text)
        parser, target = self.getparser()
        parser.feed(text)
        parser.close()
        return target.close()


class SafeTransport(Transport):
    """The same over HTTPS."""

    def __init__(self, use_datetime=0, context=None):
        Transport.__init__(self, use_datetime=use_datetime)
        self.context = context

    def make_connection(self, host):
        if not hasattr(httplib, 'HTTPSConnection'):
            raise NotImplementedError("your version of httplib doesn't support HTTPS")
        name, self._extra_headers, x509 = self.get_host_info(host)
        self._connection = host, httplib.HTTPSConnection(name)
        return self._connection[1]


class ServerProxy:
    """A server: its functions are called as methods."""

    def __init__(self, uri, transport=None, encoding=None, verbose=0, allow_none=0, use_datetime=0, context=None):
        if isinstance(uri, unicode):
            uri = uri.encode('ISO-8859-1')
        kind, uri = urllib.splittype(uri)
        if kind not in ('http', 'https'):
            raise IOError('unsupported XML-RPC protocol')
        self.__host, self.__handler = urllib.splithost(uri)
        self.__handler = self.__handler or '/RPC2'
        if transport is None:
            transport = (SafeTransport if kind == 'https' else Transport)(use_datetime=use_datetime)
        self.__transport = transport
        self.__encoding = encoding
        self.__verbose = verbose
        self.__allow_none = allow_none

    def __request(self, methodname, params):
        body = dumps(params, methodname, encoding=self.__encoding, allow_none=self.__allow_none)
        response = self.__transport.request(self.__host, self.__handler, body, verbose=self.__verbose)
        return response[0] if len(response) == 1 else response

    def __repr__(self):
        return '<ServerProxy for %s%s>' % (self.__host, self.__handler)

    __str__ = __repr__

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        if attr == 'close':
            return self.__transport.close
        if attr == 'transport':
            return self.__transport
        raise AttributeError('Attribute %r not found' % (attr,))


Server = ServerProxy
