"""Cookies, as servers send them and as clients send them back."""

import re
import string
import time
from cPickle import dumps as _dumps, loads as _loads

__all__ = 'CookieError BaseCookie SimpleCookie SerialCookie SmartCookie Cookie'.split()


class CookieError(Exception):
    """A name that no cookie, or no attribute of one, can have."""


# ---------------------------------------------------------------- values

_PLAIN = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~"
_ESCAPED = re.compile(r'[\0-\x1f",;\\\x7f-\xff]')
_ESCAPE = re.compile(r'\\(?:([0-3][0-7][0-7])|(.))', re.DOTALL)
_DAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split()
_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()


def _is_plain(text):
    return not text.strip(_PLAIN) or all(char in _PLAIN for char in text)


def _escape(found):
    char = found.group()
    return '\\' + char if char in '\\"' else '\\%03o' % ord(char)


def _quote(str):
    """The text as a header can have it: between quotes unless it needs none."""
    return str if _is_plain(str) else '"%s"' % _ESCAPED.sub(_escape, str)


def _unquote(str):
    """What `_quote` was given."""
    if len(str) < 2 or str[0] + str[-1] != '""':
        return str
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 8)) if found.group(1) else found.group(2), str[1:-1])


def _getdate(future=0, weekdayname=_DAYS, monthname=[None] + _MONTHS):
    """A time as cookies have it, so many seconds from now."""
    when = time.gmtime(time.time() + future)
    day = '%s, %02d %3s %4d' % (weekdayname[when.tm_wday], when.tm_mday, monthname[when.tm_mon], when.tm_year)
    return day + time.strftime(' %H:%M:%S GMT', when)


# ---------------------------------------------------------------- one cookie

_SCRIPT = '\n'.join(['', '        <script type="text/javascript">', '        <!-- begin hiding',
                     '        document.cookie = "%s";', '        // end hiding -->', '        </script>', '        '])


class Morsel(dict):
    """A cookie: `key`, `value`, `coded_value`, and its attributes as a dictionary."""

    _flags = set(['secure', 'httponly'])
    _reserved = dict(((name, name) for name in ('expires', 'secure', 'httponly')), comment='Comment', domain='Domain',
                     path='Path', version='Version')
    _reserved['max-age'] = 'Max-Age'

    def __init__(self):
        self.key = self.value = self.coded_value = None
        for name in self._reserved:
            dict.__setitem__(self, name, '')

    def isReservedKey(self, K):
        return self._reserved.has_key(K.lower())

    def __setitem__(self, K, V):
        name = K.lower()
        if not self.isReservedKey(name):
            raise CookieError('Invalid Attribute ' + name)
        dict.__setitem__(self, name, V)

    def set(self, key, val, coded_val, LegalChars=_PLAIN, *more):
        """Gives it its name and its value, as it is and as it is written."""
        if self.isReservedKey(key):
            raise CookieError('Attempt to set a reserved key: ' + key)
        if not all(char in LegalChars for char in key):
            raise CookieError('Illegal key value: ' + key)
        self.key, self.value, self.coded_value = key, val, coded_val

    # ------------------------------------------------------------ texts

    def output(self, attrs=None, header='Set-Cookie:'):
        """The header that sends it."""
        return ' '.join([header, self.OutputString(attrs)])

    __str__ = output

    def __repr__(self):
        return '<%s: %s=%r>' % (type(self).__name__, self.key, self.value)

    def js_output(self, attrs=None):
        """The script that sets it."""
        return _SCRIPT % self.OutputString(attrs).replace('"', r'\"')

    def OutputString(self, attrs=None):
        """Name, value and attributes."""
        wanted = self._reserved if attrs is None else attrs
        texts = [self._attribute(name, self[name]) for name in sorted(self) if name in wanted and self[name] != '']
        return '; '.join(['%s=%s' % (self.key, self.coded_value)] + texts)

    def _attribute(self, name, value):
        shown = self._reserved[name]
        if name in self._flags:
            return shown
        is_number = type(value) is int
        return '%s=%s' % (shown, _getdate(value) if is_number and name == 'expires' else value)


# ---------------------------------------------------------------- several

_NAME = r"[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=]"
_VALUE = _NAME[:-1] + r'\[\]]'
_CookiePattern = re.compile(r'''
    \s* (?P<key> %s+? )
    (?: \s* = \s* (?P<val> "(?:[^\\"]|\\.)*"
                         | \w{3},\s[\s\w\d-]{9,11}\s[\d:]{8}\sGMT
                         | %s* ) )?
    \s* (?: \s+ | ; | $ )''' % (_NAME, _VALUE), re.VERBOSE)


class BaseCookie(dict):
    """Cookies by name; how values are written is for subclasses."""

    def __init__(self, input=None):
        if input:
            self.load(input)

    def value_decode(self, val):
        """A value from a header: as it is meant, and as it stands there."""
        return val, val

    def value_encode(self, val):
        """A value of the program's: as it is, and as it is written."""
        return (str(val),) * 2

    def __put(self, key, value, coded):
        cookie = self.get(key)
        if cookie is None:
            cookie = Morsel()
        cookie.set(key, value, coded)
        dict.__setitem__(self, key, cookie)
        return cookie

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            # Copies are made so.
            dict.__setitem__(self, key, value)
        else:
            self.__put(key, *self.value_encode(value))

    # ------------------------------------------------------------ texts

    def _each(self, separator, text):
        return separator.join(text(self[name]) for name in sorted(self))

    def output(self, attrs=None, header='Set-Cookie:', sep='\r\n'):
        """The headers that send them."""
        return self._each(sep, lambda cookie: cookie.output(attrs, header))

    __str__ = output

    def js_output(self, attrs=None):
        """The scripts that set them."""
        return self._each('', lambda cookie: cookie.js_output(attrs))

    def __repr__(self):
        shown = self._each(' ', lambda cookie: '%s=%r' % (cookie.key, cookie.value))
        return '<%s: %s>' % (type(self).__name__, shown)

    # ------------------------------------------------------------ reading

    def load(self, rawdata):
        """Takes cookies from a header's text, or from a dictionary."""
        if isinstance(rawdata, str):
            self.__read(rawdata)
            return
        for name, value in rawdata.items():
            self[name] = value

    def __read(self, text):
        at, cookie = 0, None
        while at < len(text):
            found = _CookiePattern.match(text, at)
            if found is None:
                return
            at = found.end()
            cookie = self.__take(cookie, found.group('key'), found.group('val'))

    def __take(self, cookie, name, value):
        """Takes a pair: an attribute of the last cookie, or one more; the last one then."""
        is_attribute = name.lower() in Morsel._reserved
        if name.startswith('$'):
            name, is_attribute, stays = name[1:], True, True
        else:
            stays = False
        if not is_attribute:
            return cookie if value is None else self.__put(name, *self.value_decode(value))
        if cookie is not None:
            if value is not None:
                cookie[name] = value if stays else _unquote(value)
            elif name.lower() in Morsel._flags:
                cookie[name] = True
        return cookie


class SimpleCookie(BaseCookie):
    """Values are texts."""

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)

    def value_decode(self, val):
        return _unquote(val), val


class SerialCookie(BaseCookie):
    """Values are pickled. What a client sends is not to be trusted so far."""

    def value_decode(self, val):
        return _loads(_unquote(val)), val

    def value_encode(self, val):
        return val, _quote(_dumps(val))


class SmartCookie(BaseCookie):
    """Values are texts, or pickled if they are not."""

    def value_decode(self, val):
        text = _unquote(val)
        try:
            return _loads(text), val
        except Exception:
            return text, val

    def value_encode(self, val):
        return val, _quote(val if isinstance(val, str) else _dumps(val))


Cookie = SmartCookie
