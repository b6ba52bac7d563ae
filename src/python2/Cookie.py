"""Cookies: made from what a browser sends, and written as headers."""

import re
import string
import time

try:
    from cPickle import dumps, loads
except ImportError:
    from pickle import dumps, loads

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie', 'SerialCookie', 'SmartCookie', 'Cookie']

_LegalChars = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~"
_LegalKeyChars = r"\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
_LegalValueChars = _LegalKeyChars + r'\[\]'
_quoted_char = re.compile(r'\\(?:([0-3][0-7][0-7])|(.))')
_pair = re.compile(
    r'\s*(?P<key>[' + _LegalKeyChars + r']+?)'
    r'(?:\s*=\s*(?P<val>"(?:[^\\"]|\\.)*"|\w{3},\s[\s\w\d-]{9,11}\s[\d:]{8}\sGMT|[' + _LegalValueChars + r']*))?'
    r'\s*(?:\s+|;|$)')


class CookieError(Exception):
    pass


def _quote(str, LegalChars=_LegalChars):
    """In quotes, if there is a character that needs them."""
    if all(char in LegalChars for char in str):
        return str

    def escaped(char):
        if char in '"\\':
            return '\\' + char
        return '\\%03o' % ord(char) if not ' ' <= char <= '~' or char in ',;' else char
    return '"' + ''.join(map(escaped, str)) + '"'


def _unquote(str):
    if len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    return _quoted_char.sub(lambda match: chr(int(match.group(1), 8)) if match.group(1) else match.group(2), str[1:-1])


def _getdate(future=0):
    """So many seconds from now."""
    moment = time.gmtime(time.time() + future)
    days, months = 'Mon Tue Wed Thu Fri Sat Sun', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (
        days.split()[moment[6]], moment[2], months.split()[moment[1] - 1], moment[0], moment[3], moment[4], moment[5])


class Morsel(dict):
    """One cookie: key, value, coded_value, and its attributes as items."""

    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain',
                 'max-age': 'Max-Age', 'secure': 'secure', 'httponly': 'httponly', 'version': 'Version'}
    _flags = set(['secure', 'httponly'])

    def __init__(self):
        self.key = self.value = self.coded_value = None
        for name in self._reserved:
            dict.__setitem__(self, name, '')

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError('Invalid Attribute %s' % K)
        dict.__setitem__(self, K, V)

    def isReservedKey(self, K):
        return K.lower() in self._reserved

    def set(self, key, val, coded_val, LegalChars=_LegalChars):
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key: %s' % key)
        if any(char not in LegalChars for char in key):
            raise CookieError('Illegal key value: %s' % key)
        self.key, self.value, self.coded_value = key, val, coded_val

    def output(self, attrs=None, header='Set-Cookie:'):
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s=%s>' % (self.__class__.__name__, self.key, repr(self.value))

    def js_output(self, attrs=None):
        return ('\n        <script type="text/javascript">\n        <!-- begin hiding\n        document.cookie = "%s";\n'
                '        // end hiding -->\n        </script>\n        ' % self.OutputString(attrs).replace('"', '\\"'))

    def OutputString(self, attrs=None):
        parts = ['%s=%s' % (self.key, self.coded_value)]
        for name, value in sorted(self.items()):
            if value == '' or name not in (self._reserved if attrs is None else attrs):
                continue
            shown = self._reserved[name]
            if name == 'expires' and isinstance(value, int):
                parts.append('%s=%s' % (shown, _getdate(value)))
            elif name == 'max-age' and isinstance(value, int):
                parts.append('%s=%d' % (shown, value))
            elif name in self._flags:
                parts.append(shown)
            else:
                parts.append('%s=%s' % (shown, value))
        return '; '.join(parts)


class BaseCookie(dict):
    """Cookies by name."""

    def __init__(self, input=None):
        if input:
            self.load(input)

    def value_decode(self, val):
        """(value, its text) of the text of a cookie."""
        return val, val

    def value_encode(self, val):
        """(value, its text) of a value."""
        text = str(val)
        return text, text

    def _set(self, key, value, coded):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\015\012'):
        return sep.join(morsel.output(attrs, header) for _, morsel in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, ' '.join(
            '%s=%s' % (key, repr(morsel.value)) for key, morsel in sorted(self.items())))

    def js_output(self, attrs=None):
        return ''.join(morsel.js_output(attrs) for _, morsel in sorted(self.items()))

    def load(self, rawdata):
        """Takes cookies from a header's text, or from a dict."""
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():
                self[key] = value
            return
        at = 0
        current = None
        while at < len(rawdata):
            found = _pair.match(rawdata, at)
            if not found:
                break
            key, value = found.group('key'), found.group('val')
            at = found.end()
            if key[0] == '$':
                if current is not None:
                    current[key[1:]] = value
            elif key.lower() in Morsel._reserved:
                if current is not None:
                    if value is not None:
                        current[key] = _unquote(value)
                    elif key.lower() in Morsel._flags:
                        current[key] = True
            elif value is not None:
                self._set(key, *self.value_decode(value))
                current = self[key]


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)


class SerialCookie(BaseCookie):
    """Cookies whose values are pickled."""

    def value_decode(self, val):
        return loads(_unquote(val)), val

    def value_encode(self, val):
        return val, _quote(dumps(val))


class SmartCookie(BaseCookie):
    """Cookies whose values are pickled unless they are texts."""

    def value_decode(self, val):
        text = _unquote(val)
        try:
            return loads(text), val
        except Exception:
            return text, val

    def value_encode(self, val):
        return (val, _quote(val)) if type(val) == str else (val, _quote(dumps(val)))


Cookie = SmartCookie
