"""What stands in URLs: escapes, queries, and parts that `urllib` takes off one by one."""

import re

from urlparse import unquote

# ---------------------------------------------------------------- escapes

always_safe = ''.join(map(chr, range(65, 91) + range(97, 123) + range(48, 58))) + '_.-'
_quoted = {}


def _table(safe):
    """What each character is written as; kept, since most calls ask for the same."""
    table = _quoted.get(safe)
    if table is None:
        table = dict((chr(code), '%%%02X' % code) for code in range(256))
        table.update((char, char) for char in safe)
        _quoted[safe] = table
    return table


def quote(s, safe='/'):
    """The text with what has a meaning in URLs as %XX; `safe` stays besides letters, digits and _.-"""
    plain = always_safe + safe
    if s and s.rstrip(plain):
        return ''.join(map(_table(plain).__getitem__, s))
    if s is not None:
        return s
    raise TypeError('None object cannot be quoted')


def quote_plus(s, safe=''):
    """Like `quote`, with + for spaces."""
    return quote(s, safe + ' ').replace(' ', '+') if ' ' in s else quote(s, safe)


def unquote_plus(s):
    """What `quote_plus` was given."""
    return unquote(s.replace('+', ' '))


def urlencode(query, doseq=0):
    """A query from a mapping or from pairs; with `doseq` a sequence as a value gives a field for each of its items."""
    pairs = query.items() if hasattr(query, 'items') else query
    if pairs is query and not _is_pairs(query):
        raise TypeError('not a valid non-string sequence or mapping object')
    expand = _values if doseq else lambda value: [str(value)]
    return '&'.join(quote_plus(str(name)) + '=' + quote_plus(text) for name, value in pairs for text in expand(value))


def _is_pairs(query):
    try:
        return not len(query) or isinstance(query[0], tuple)
    except TypeError:
        return False


def _values(value):
    """The texts of a field's values."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, unicode):
        return [value.encode('ASCII', 'replace')]
    return map(str, value) if hasattr(value, '__len__') else [str(value)]


# ---------------------------------------------------------------- parts


def _splitter(name, pattern, meaning, flags=0):
    """A function that gives the two groups of a pattern, or None where the part is not, in the place that is asked for."""
    find = re.compile(pattern, flags).match
    missing_first = name in ('splittype', 'splithost', 'splituser')

    def split(text):
        found = find(text)
        if found is None:
            return (None, text) if missing_first else (text, None)
        return found.groups()
    split.__name__ = name
    split.__doc__ = meaning
    return split


splituser = _splitter('splituser', r'(.*)@(.*)\Z', "'user[:password]@host[:port]' -> user, host")
splitpasswd = _splitter('splitpasswd', r'([^:]*):(.*)\Z', "'user:password' -> user, password", re.DOTALL)
splitquery = _splitter('splitquery', r'(.*)\?([^?]*)\Z', "'/path?query' -> path, query")
splittag = _splitter('splittag', r'(.*)#([^#]*)\Z', "'/path#tag' -> path, tag")
splitvalue = _splitter('splitvalue', r'([^=]*)=(.*)\Z', "'name=value' -> name, value")
_split_type = _splitter('splittype', r'([^/:]+):(.*)\Z', '')
_split_host = _splitter('splithost', r'//([^/#?]*)(.*)\Z', '', re.DOTALL)
_split_port = _splitter('splitport', r'(.*):([0-9]*)\Z', '')
_split_nport = _splitter('splitnport', r'(.*):(.*)\Z', '')


def splittype(url):
    """'type:rest' -> type, rest"""
    kind, rest = _split_type(url)
    return kind and kind.lower(), rest


def splithost(url):
    """'//host[:port]/path' -> host, /path"""
    host, path = _split_host(url)
    is_bare = host is not None and path and not path.startswith('/')
    return host, '/' + path if is_bare else path


def splitport(host):
    """'host:port' -> host, port"""
    name, port = _split_port(host)
    return name, port or None


def splitnport(host, defport=-1):
    """'host:port' -> host, number; `defport` where there is none, None where it is not a number."""
    name, port = _split_nport(host)
    if not port:
        return name, defport
    return name, int(port) if re.match(r'\s*[-+]?\d+\s*\Z', port) else None


def splitattr(url):
    """'/path;attr1=value1;attr2=value2' -> path, [attributes]"""
    parts = url.split(';')
    return parts.pop(0), parts


def unwrap(url):
    """'<URL:type://host/path>' -> 'type://host/path'"""
    text = url.strip()
    if text.startswith('<') and text.endswith('>'):
        text = text[1:-1].strip()
    return text[4:].strip() if text.startswith('URL:') else text


def toBytes(url):
    """A URL as str; a unicode one must be ASCII."""
    if not isinstance(url, unicode):
        return url
    if any(char > u'\x7f' for char in url):
        raise UnicodeError('URL %r contains non-ASCII characters' % url)
    return str(url)
