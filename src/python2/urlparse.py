"""URLs: into their parts, together again, and one in relation to another."""

import re as _re
from collections import namedtuple as _namedtuple

__all__ = 'urlparse urlunparse urljoin urldefrag urlsplit urlunsplit parse_qs parse_qsl'.split()

# Which parts URLs of a scheme have; programs add to these.
_WEB = ['http', 'https', 'shttp']
_FILES = ['ftp', 'sftp', 'file']
_STREAMS = ['rtsp', 'rtspu']
_VERSIONS = ['svn', 'svn+ssh']
_OLD = ['gopher', 'nntp', 'wais', 'imap', 'mms', 'prospero']
uses_relative = _WEB + _FILES + _STREAMS + _VERSIONS + _OLD + ['']
uses_netloc = uses_relative + ['telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh']
uses_params = _WEB + _STREAMS + ['ftp', 'sftp', 'hdl', 'prospero', 'imap', 'sip', 'sips', 'mms', 'tel', '']
uses_query = _WEB + _STREAMS + ['wais', 'imap', 'mms', 'gopher', 'sip', 'sips', '']
uses_fragment = _WEB + ['ftp', 'hdl', 'gopher', 'news', 'nntp', 'wais', 'snews', 'file', 'prospero', '']
non_hierarchical = 'gopher hdl mailto news telnet wais imap snews sip sips'.split()

scheme_chars = ''.join(map(chr, range(97, 123) + range(65, 91) + range(48, 58))) + '+-.'

MAX_CACHE_SIZE = 20


def clear_cache():
    """Nothing is kept from one call to the next."""


# ---------------------------------------------------------------- results


class ResultMixin(object):
    """What is in the part `netloc`: user:password@host:port."""

    def _credentials(self):
        """The user and the password, None for what is not given."""
        info, at, _ = self.netloc.rpartition('@')
        user, colon, secret = info.partition(':')
        return user if at else None, secret if colon else None

    def _server(self):
        return self.netloc.rpartition('@')[2]

    @property
    def username(self):
        return self._credentials()[0]

    @property
    def password(self):
        return self._credentials()[1]

    @property
    def hostname(self):
        server = self._server()
        if '[' in server and ']' in server:
            return server.partition(']')[0][1:].lower()
        return server.partition(':')[0].lower() if server else None

    @property
    def port(self):
        tail = self._server().rpartition(']')[2]
        digits = (tail.split(':') + [''])[1]
        number = int(digits, 10) if digits else -1
        return number if 0 <= number < 1 << 16 else None


class SplitResult(_namedtuple('SplitResult', 'scheme netloc path query fragment'), ResultMixin):
    """Five parts, as `urlsplit` gives them."""

    __slots__ = ()
    geturl = lambda self: urlunsplit(self)


class ParseResult(_namedtuple('ParseResult', 'scheme netloc path params query fragment'), ResultMixin):
    """Six parts, as `urlparse` gives them."""

    __slots__ = ()
    geturl = lambda self: urlunparse(self)


# ---------------------------------------------------------------- to parts

_SCHEME = _re.compile(r'([a-zA-Z0-9+.-]+):(.*)\Z', _re.DOTALL)
_NETLOC = _re.compile(r'//([^/?#]*)(.*)\Z', _re.DOTALL)
_PORT = _re.compile(r'[0-9]+\Z')


def urlsplit(url, scheme='', allow_fragments=True):
    """scheme://netloc/path?query#fragment as five parts."""
    netloc = query = fragment = ''
    found = url.find(':') > 0 and _SCHEME.match(url)
    # What looks like host:port is not a scheme, unless it is the best known.
    if found and (found.group(1) == 'http' or not _PORT.match(found.group(2))):
        scheme, url = found.group(1).lower(), found.group(2)
    found = _NETLOC.match(url)
    if found:
        netloc, url = found.groups()
        if len(set('[]').intersection(netloc)) == 1:
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments:
        url, _, fragment = _cut(url, '#', fragment)
    url, _, query = _cut(url, '?', query)
    _check_characters(netloc)
    return SplitResult(scheme, netloc, url, query, fragment)


def _cut(text, sign, without):
    """Like `partition`; what follows is `without` where there is no sign."""
    return text.partition(sign) if sign in text else (text, sign, without)


def _check_characters(netloc):
    """No character may become one that ends the part when names are compared."""
    if not isinstance(netloc, unicode) or all(char < u'\x80' for char in netloc):
        return
    import unicodedata
    kept = netloc.translate(dict.fromkeys(map(ord, '@:#?')))
    normal = unicodedata.normalize('NFKC', kept)
    if normal != kept and set(normal).intersection('/?#@:'):
        raise ValueError('netloc %r contains invalid characters under NFKC normalization' % netloc)


def urlparse(url, scheme='', allow_fragments=True):
    """scheme://netloc/path;params?query#fragment as six parts."""
    parts = urlsplit(url, scheme, allow_fragments)
    path, params = parts.path, ''
    if parts.scheme in uses_params:
        # Those of the last segment.
        at = path.find(';', max(path.rfind('/'), 0))
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return ParseResult(parts.scheme, parts.netloc, path, params, parts.query, parts.fragment)


# ---------------------------------------------------------------- from parts


def urlunsplit(data):
    """The URL with these five parts."""
    scheme, netloc, url, query, fragment = data
    if netloc or scheme and scheme in uses_netloc and not url.startswith('//'):
        slash = '/' if url and not url.startswith('/') else ''
        url = '//%s%s%s' % (netloc or '', slash, url)
    before = scheme + ':' if scheme else ''
    after = [sign + part for sign, part in (('?', query), ('#', fragment)) if part]
    return before + url + ''.join(after)


def urlunparse(data):
    """The URL with these six parts."""
    parts = list(data)
    params = parts.pop(3)
    if params:
        parts[2] = '%s;%s' % (parts[2], params)
    return urlunsplit(parts)


def urldefrag(url):
    """The URL without its fragment, and that."""
    if '#' not in url:
        return url, ''
    parts = urlparse(url)
    return urlunparse(parts[:5] + ('',)), parts.fragment


def urljoin(base, url, allow_fragments=True):
    """What `url` means in a document that is at `base`."""
    if not (base and url):
        return base or url
    here = urlparse(base, '', allow_fragments)
    there = urlparse(url, here.scheme, allow_fragments)
    if there.scheme not in uses_relative or here.scheme != there.scheme:
        return url
    if there.scheme in uses_netloc:
        if there.netloc:
            return urlunparse(there)
        there = there._replace(netloc=here.netloc)
    if not there.path and not there.params:
        there = there._replace(path=here.path, params=here.params, query=there.query or here.query)
    elif not there.path.startswith('/'):
        there = there._replace(path=_walk(here.path.split('/')[:-1] + there.path.split('/')))
    return urlunparse(there)


def _walk(steps):
    """The path that these segments lead to: `.` stays, `..` goes back."""
    last = '' if steps[-1] == '.' else steps[-1]
    way = []
    for step in steps[:-1]:
        if step == '..' and way and way[-1] not in ('', '..'):
            way.pop()
        elif step != '.':
            way.append(step)
    if last == '..' and way:
        way, last = way[:-1] if way != [''] else way, ''
    return '/'.join(way + [last])


# ---------------------------------------------------------------- queries

_ESCAPE = _re.compile('%([0-9a-fA-F]{2})')


def unquote(s):
    """The text with the characters that stand there as %xx."""
    if len(s.split('%', 1)) == 1:
        return s
    char = unichr if isinstance(s, unicode) else chr
    return _ESCAPE.sub(lambda escape: char(int(escape.group(1), 16)), s)


def parse_qs(qs, keep_blank_values=0, strict_parsing=0, max_num_fields=None):
    """A query as a dictionary from names to lists of values."""
    values = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, max_num_fields):
        values.setdefault(name, []).append(value)
    return values


def parse_qsl(qs, keep_blank_values=0, strict_parsing=0, max_num_fields=None):
    """A query as a list of pairs."""
    fields = _re.split('[&;]', qs)
    if max_num_fields is not None and len(fields) > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in fields:
        name, sign, value = field.partition('=')
        if strict_parsing and not sign:
            raise ValueError('bad query field: %r' % (field,))
        if field and (value or keep_blank_values):
            pairs.append(tuple(unquote(part.replace('+', ' ')) for part in (name, value)))
    return pairs
