"""Property lists in XML.

Spec: https://docs.python.org/2.7/library/plistlib.html
"""

from base64 import encodestring as _encode
import datetime as _datetime
import re as _re
from xml.etree import ElementTree as _tree

__all__ = ['readPlist', 'writePlist', 'readPlistFromString', 'writePlistToString', 'Plist', 'Data', 'Dict']

PLISTHEADER = '''\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''
_DATE = _re.compile(r'(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z')
_CONTROL = _re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f]')


class Dict(dict):
    """A dict whose items are attributes too."""

    def __getattr__(self, attr):
        try:
            return self[attr]
        except KeyError:
            raise AttributeError(attr)

    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


class Plist(dict):
    """A property list as a dict with `fromFile` and `write`."""

    @classmethod
    def fromFile(cls, pathOrFile):
        plist = cls()
        plist.update(readPlist(pathOrFile))
        return plist

    def write(self, pathOrFile):
        writePlist(self, pathOrFile)


class Data:
    """Bytes, which are no text."""

    def __init__(self, data):
        self.data = data

    @classmethod
    def fromBase64(cls, data):
        return cls(data.decode('base64'))

    def asBase64(self, maxlinelength=76):
        size = maxlinelength // 4 * 3
        return ''.join(_encode(self.data[at:at + size]) for at in xrange(0, len(self.data), size))

    def __cmp__(self, other):
        if isinstance(other, self.__class__):
            other = other.data
        return cmp(self.data, other) if isinstance(other, str) else cmp(id(self), id(other))

    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__, repr(self.data))


# ---------------------------------------------------------------- reading

def readPlist(pathOrFile):
    """The value in a file, or in the file of that name."""
    if isinstance(pathOrFile, basestring):
        with open(pathOrFile, 'rb') as file:
            return readPlistFromString(file.read())
    return readPlistFromString(pathOrFile.read())


def readPlistFromString(data):
    """The value in a text."""
    return _value(_tree.fromstring(data)[0])


def _value(element):
    kind, text = element.tag, element.text or ''
    if kind == 'dict':
        return dict((key.text or '', _value(item)) for key, item in zip(*[iter(element)] * 2))
    if kind == 'array':
        return [_value(item) for item in element]
    if kind == 'data':
        return Data.fromBase64(text)
    if kind == 'date':
        return _datetime.datetime(*[int(part) for part in _DATE.match(text).groups() if part])
    return {'true': lambda text: True, 'false': lambda text: False, 'integer': int, 'real': float}.get(kind, _same)(text)


def _same(text):
    return text


# ---------------------------------------------------------------- writing

def writePlist(rootObject, pathOrFile):
    """Writes a value to a file, or to the file of that name."""
    if isinstance(pathOrFile, basestring):
        with open(pathOrFile, 'w') as file:
            file.write(writePlistToString(rootObject))
    else:
        pathOrFile.write(writePlistToString(rootObject))


def writePlistToString(rootObject):
    """The text for a value."""
    lines = []
    _write(rootObject, '', lines)
    return PLISTHEADER + '<plist version="1.0">\n' + ''.join(line + '\n' for line in lines) + '</plist>\n'


def _escaped(text):
    if isinstance(text, unicode):
        text = text.encode('utf-8')
    if _CONTROL.search(text):
        raise ValueError("strings can't contains control characters; use plistlib.Data instead")
    for old, new in ('\r\n', '\n'), ('\r', '\n'), ('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;'):
        text = text.replace(old, new)
    return text


def _simple(kind, text):
    return '<%s>%s</%s>' % (kind, _escaped(text), kind)


def _write(value, indent, lines):
    if isinstance(value, basestring):
        lines.append(indent + _simple('string', value))
    elif isinstance(value, bool):
        lines.append(indent + ('<true/>' if value else '<false/>'))
    elif isinstance(value, (int, long)):
        lines.append(indent + _simple('integer', '%d' % value))
    elif isinstance(value, float):
        lines.append(indent + _simple('real', repr(value)))
    elif isinstance(value, dict):
        _write_dict(value, indent, lines)
    elif isinstance(value, Data):
        width = max(16, 76 - len(indent.replace('\t', ' ' * 8)))
        lines.append(indent + '<data>')
        lines.extend(indent + line for line in value.asBase64(width).splitlines())
        lines.append(indent + '</data>')
    elif isinstance(value, _datetime.datetime):
        lines.append(indent + _simple('date', '%04d-%02d-%02dT%02d:%02d:%02dZ' % value.timetuple()[:6]))
    elif isinstance(value, (tuple, list)):
        lines.append(indent + '<array>')
        for item in value:
            _write(item, indent + '\t', lines)
        lines.append(indent + '</array>')
    else:
        raise TypeError('unsuported type: %s' % type(value))


def _write_dict(value, indent, lines):
    lines.append(indent + '<dict>')
    for key, item in sorted(value.items()):
        if not isinstance(key, basestring):
            raise TypeError('keys must be strings')
        lines.append(indent + '\t' + _simple('key', key))
        _write(item, indent + '\t', lines)
    lines.append(indent + '</dict>')
