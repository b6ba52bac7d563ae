"""Values in XML-RPC: from Python's to XML and back, and those that Python does not have."""

import base64
import datetime
import time
import types
from functools import partial as _partial

_TIME = '%Y%m%dT%H:%M:%S'
_LEAST, _MOST = -2 ** 31, 2 ** 31 - 1

# ---------------------------------------------------------------- errors


class Error(Exception):
    """Whatever is wrong about XML-RPC."""

    __module__ = 'xmlrpclib'
    __str__ = lambda self: repr(self)


class ProtocolError(Error):
    """The server does not answer with values."""

    __module__ = 'xmlrpclib'

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url, self.errcode, self.errmsg, self.headers = url, errcode, errmsg, headers

    def __repr__(self):
        place = '%s: %s %s' % (self.url, self.errcode, self.errmsg)
        return '<ProtocolError for %s>' % place


class ResponseError(Error):
    """What has been sent are no values."""

    __module__ = 'xmlrpclib'


class Fault(Error):
    """What was called has failed, with a number and a text."""

    __module__ = 'xmlrpclib'

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        vars(self).update(faultCode=faultCode, faultString=faultString)

    def __repr__(self):
        return '<Fault %s: %r>' % (self.faultCode, self.faultString)


# ---------------------------------------------------------------- values


def escape(s):
    """The text with what means something in XML as references."""
    for sign, name in ('&', 'amp'), ('<', 'lt'), ('>', 'gt'):
        s = s.replace(sign, '&%s;' % name)
    return s


class DateTime:
    """A time as XML-RPC has it, without a zone: `value` is like 20091116T13:32:02."""

    __module__ = 'xmlrpclib'

    def __init__(self, value=0):
        self.value = value if isinstance(value, str) else _written(value)

    def decode(self, data):
        self.value = str(data).strip()

    def encode(self, out):
        out.write('<value><dateTime.iso8601>%s</dateTime.iso8601></value>\n' % self.value)

    def timetuple(self):
        """As the numbers of `time.localtime`."""
        return time.strptime(self.value, _TIME)

    def make_comparable(self, other):
        """This and the other in one form."""
        if isinstance(other, DateTime):
            return self.value, other.value
        if isinstance(other, basestring):
            return self.value, other
        if isinstance(other, datetime.datetime):
            return self.value, _written(other)
        if hasattr(other, 'timetuple'):
            return self.timetuple(), other.timetuple()
        kind = other.__class__.__name__ if hasattr(other, '__class__') else type(other)
        raise TypeError("Can't compare %s and %s" % (self.__class__.__name__, kind))

    def __str__(self):
        return self.value

    def __repr__(self):
        return '<DateTime %r at %x>' % (self.value, id(self))

    def __cmp__(self, other):
        return cmp(*self.make_comparable(other))

    __lt__, __le__, __eq__, __ne__, __gt__, __ge__ = [
        (lambda holds: lambda self, other: holds(cmp(*self.make_comparable(other))))(holds)
        for holds in (lambda c: c < 0, lambda c: c <= 0, lambda c: c == 0, lambda c: c != 0, lambda c: c > 0, lambda c: c >= 0)]


def _written(value):
    """A time in any form as XML-RPC has it."""
    if isinstance(value, datetime.datetime):
        # By hand: `strftime` knows no years before 1900.
        return value.replace(microsecond=0, tzinfo=None).isoformat().replace('-', '')
    if not isinstance(value, (tuple, time.struct_time)):
        value = time.localtime(time.time() if value == 0 else value)
    return time.strftime(_TIME, value)


class Binary:
    """Bytes that are no text."""

    __module__ = 'xmlrpclib'

    def __init__(self, data=None):
        self.data = data

    def decode(self, data):
        self.data = base64.decodestring(data)

    def encode(self, out):
        out.write('<value><base64>\n%s</base64></value>\n' % base64.encodestring(self.data))

    def __str__(self):
        return '' if self.data is None else self.data

    def __cmp__(self, other):
        return cmp(self.data, getattr(other, 'data', other) if isinstance(other, Binary) else other)


WRAPPERS = DateTime, Binary

# ---------------------------------------------------------------- to XML


class Marshaller:
    """Writes values; `dispatch` has a method for each type."""

    __module__ = 'xmlrpclib'

    def __init__(self, encoding=None, allow_none=0):
        self.memo, self.data = {}, None
        self.encoding, self.allow_none = encoding, allow_none

    def dumps(self, values):
        """The XML of parameters, or of a fault."""
        parts = []
        if isinstance(values, Fault):
            told = dict((name, getattr(values, name)) for name in ('faultCode', 'faultString'))
            self.__put('<fault>\n%s</fault>\n', told, parts.append)
            return ''.join(parts)
        for value in values:
            self.__put('<param>\n%s</param>\n', value, parts.append)
        return '<params>\n%s</params>\n' % ''.join(parts)

    def __put(self, form, value, write):
        """Writes a value, with something before and behind it."""
        before, behind = form.split('%s')
        write(before)
        self.__write(value, write)
        write(behind)

    def __write(self, value, write):
        kind = type(value)
        method = self.dispatch.get(kind)
        if method is None:
            is_known = any(cls in self.dispatch for cls in getattr(kind, '__mro__', ()))
            if is_known or not hasattr(value, '__dict__'):
                raise TypeError('cannot marshal %s objects' % kind)
            method = self.dispatch[types.InstanceType]
        method(self, value, write)

    def _once(self, value, what):
        """Notes that a container is being written, so that it does not contain itself."""
        if id(value) in self.memo:
            raise TypeError('cannot marshal recursive ' + what)
        self.memo[id(value)] = None

    def dump_nil(self, value, write):
        if self.allow_none:
            write('<value><nil/></value>')
        else:
            raise TypeError('cannot marshal None unless allow_none is enabled')

    def _limited(what):
        def dump(self, value, write):
            if not _LEAST <= value <= _MOST:
                raise OverflowError(what + ' exceeds XML-RPC limits')
            write('<value><int>%d</int></value>\n' % value)
        return dump

    def _simple(tag, text):
        def dump(self, value, write):
            write('<value><%s>%s</%s></value>\n' % (tag, text(value, self.encoding), tag))
        return dump

    dump_int, dump_long = map(_limited, ('int', 'long int'))
    dump_bool = _simple('boolean', lambda value, _: '%d' % bool(value))
    dump_double = _simple('double', lambda value, _: repr(value))
    dump_string = _simple('string', lambda value, _: escape(value))
    dump_unicode = _simple('string', lambda value, encoding: escape(value).encode(encoding or 'utf-8', 'xmlcharrefreplace'))
    dump_datetime = _simple('dateTime.iso8601', lambda value, _: _written(value))
    del _limited, _simple

    def dump_array(self, value, write):
        self._once(value, 'sequences')
        write('<value><array><data>\n')
        for item in value:
            self.__write(item, write)
        write('</data></array></value>\n')
        del self.memo[id(value)]

    def dump_struct(self, value, write):
        self._once(value, 'dictionaries')
        write('<value><struct>\n')
        for name in value:
            if not isinstance(name, basestring):
                raise TypeError('dictionary key must be string')
            shown = escape(name)
            if isinstance(name, unicode):
                shown = shown.encode(self.encoding or 'utf-8', 'xmlcharrefreplace')
            write('<member>\n<name>%s</name>\n' % shown)
            self.__write(value[name], write)
            write('</member>\n')
        write('</struct></value>\n')
        del self.memo[id(value)]

    def dump_instance(self, value, write):
        """The values that only XML-RPC has write themselves; of others it is the attributes."""
        if value.__class__ not in WRAPPERS:
            self.dump_struct(vars(value), write)
            return
        self.write = write
        try:
            value.encode(self)
        finally:
            del self.write

    dispatch = dict([
        (type(None), dump_nil), (bool, dump_bool), (int, dump_int), (long, dump_long), (float, dump_double),
        (str, dump_string), (unicode, dump_unicode), (list, dump_array), (tuple, dump_array), (dict, dump_struct),
        (datetime.datetime, dump_datetime), (types.InstanceType, dump_instance)])


# ---------------------------------------------------------------- from XML


def _stringify(string):
    """As str if it is ASCII."""
    return string if isinstance(string, str) or any(char > u'\x7f' for char in string) else str(string)


def _made(cls, data):
    value = cls()
    value.decode(data)
    return value


_binary, _datetime = _partial(_made, Binary), _partial(_made, DateTime)


def _datetime_type(data):
    """A time as Python has it."""
    return datetime.datetime(*_datetime(data).timetuple()[:6])


def _truth(data):
    if data in ('0', '1'):
        return data == '1'
    raise TypeError('bad boolean value')


class Unmarshaller:
    """Makes values of elements; `dispatch` has a method for each tag."""

    __module__ = 'xmlrpclib'

    def __init__(self, use_datetime=0):
        self._use_datetime = use_datetime
        self._stack, self._starts, self._texts = [], [], []
        self._type = self._name = None
        self._in_value = False
        self.append = self._stack.append
        self._encoding = 'utf-8'

    def xml(self, encoding, standalone):
        self._encoding = encoding

    def getmethodname(self):
        return self._name

    def close(self):
        """The values; a fault is raised."""
        if not self._type or self._starts:
            raise ResponseError()
        if self._type == 'fault':
            told = dict((str(name), value) for name, value in self._stack[0].items())
            raise Fault(**told)
        return tuple(self._stack)

    # ------------------------------------------------------------ elements

    def start(self, tag, attrs):
        name = tag.rpartition(':')[2]
        if self._in_value and name not in self.dispatch:
            raise ResponseError('unknown tag %r' % name)
        if name == 'array' or name == 'struct':
            self._starts += [len(self._stack)]
        self._texts, self._in_value = [], name == 'value'

    def data(self, text):
        self._texts += [text]

    def end(self, tag):
        self.end_dispatch(tag, ''.join(self._texts))

    def end_dispatch(self, tag, data):
        method = self.dispatch.get(tag.rpartition(':')[2])
        if method is not None:
            method(self, data)

    def _value(make):
        def end(self, data):
            self.append(make(data))
            self._in_value = False
        return end

    end_nil, end_boolean, end_int, end_double, end_string, end_base64 = map(_value, (
        lambda data: None, _truth, int, float, _stringify, _binary))
    del _value

    def end_dateTime(self, data):
        self.append((_datetime_type if self._use_datetime else _datetime)(data))

    def end_array(self, data):
        self._gather(list)

    def end_struct(self, data):
        self._gather(lambda items: dict(zip(map(_stringify, items[::2]), items[1::2])))

    def _gather(self, make):
        """Makes one value of those since the start of the element."""
        start = self._starts.pop()
        self._stack[start:] = [make(self._stack[start:])]
        self._in_value = False

    def end_value(self, data):
        """Without a type it is a text."""
        if self._in_value:
            self.end_string(data)

    def end_params(self, data):
        self._type = 'params'

    def end_fault(self, data):
        self._type = 'fault'

    def end_methodName(self, data):
        self._type, self._name = 'methodName', data

    dispatch = {'i8': end_int, 'i4': end_int, 'name': end_string, 'dateTime.iso8601': end_dateTime}
    for _tag in 'nil boolean int double string base64 array struct value params fault methodName'.split():
        dispatch[_tag] = vars()['end_' + _tag]
    del _tag
