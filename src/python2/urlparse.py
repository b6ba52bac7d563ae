"""URLs taken apart and put together.

Spec: RFC 3986, and RFC 1808 for parameters
"""

import re
from collections import namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'parse_qs', 'parse_qsl']

uses_relative = ['ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp',
                 'rtspu', '', 'sftp', 'svn', 'svn+ssh']
uses_netloc = ['ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews',
               'prospero', 'rtsp', 'rtspu', 'rsync', '', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh']
non_hierarchical = ['gopher', 'hdl', 'mailto', 'news', 'telnet', 'wais', 'imap', 'snews', 'sip', 'sips']
uses_params = ['ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu', 'sip', 'sips', 'mms', '',
               'sftp', 'tel']
uses_query = ['http', 'wais', 'imap', 'https', 'shttp', 'mms', 'gopher', 'rtsp', 'rtspu', 'sip', 'sips', '']
uses_fragment = ['ftp', 'hdl', 'http', 'gopher', 'news', 'nntp', 'wais', 'https', 'shttp', 'snews', 'file', 'prospero',
                 '']
scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'

MAX_CACHE_SIZE = 20


def clear_cache():
    """Nothing is kept here."""


class ResultMixin(object):
    """The parts of the network location."""

    def _userinfo(self):
        at = self.netloc.rfind('@')
        return None if at < 0 else self.netloc[:at]

    def _hostinfo(self):
        return self.netloc[self.netloc.rfind('@') + 1:]

    @property
    def username(self):
        info = self._userinfo()
        return None if info is None else info.split(':', 1)[0]

    @property
    def password(self):
        info = self._userinfo()
        return info.split(':', 1)[1] if info is not None and ':' in info else None

    @property
    def hostname(self):
        host = self._hostinfo()
        if '[' in host and ']' in host:
            return host.split(']')[0][1:].lower()
        host = host.split(':', 1)[0]
        return None if host == '' else host.lower()

    @property
    def port(self):
        host = self._hostinfo().split(']')[-1]
        if ':' in host:
            port = host.split(':', 1)[1]
            if port:
                port = int(port, 10)
                if 0 <= port <= 65535:
                    return port
        return None


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), ResultMixin):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), ResultMixin):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def urlparse(url, scheme='', allow_fragments=True):
    """<scheme>://<netloc>/<path>;<params>?<query>#<fragment> as a tuple of six."""
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        path, params = _splitparams(path)
    return ParseResult(scheme, netloc, path, params, query, fragment)


def _splitparams(url):
    at = url.find(';', url.rfind('/')) if '/' in url else url.find(';')
    return (url, '') if at < 0 else (url[:at], url[at + 1:])


def _splitnetloc(url, start=0):
    ends = [at for at in (url.find(c, start) for c in '/?#') if at >= 0]
    end = min(ends) if ends else len(url)
    return url[start:end], url[end:]


def _checknetloc(netloc):
    if not netloc or not isinstance(netloc, unicode):
        return
    import unicodedata
    bare = netloc
    for c in u'@:#?':
        bare = bare.replace(c, u'')
    normal = unicodedata.normalize('NFKC', bare)
    if normal == bare:
        return
    for c in '/?#@:':
        if c in normal:
            raise ValueError('netloc %r contains invalid characters under NFKC normalization' % netloc)


def urlsplit(url, scheme='', allow_fragments=True):
    """<scheme>://<netloc>/<path>?<query>#<fragment> as a tuple of five."""
    netloc = query = fragment = ''
    at = url.find(':')
    if at > 0 and all(c in scheme_chars for c in url[:at]):
        rest = url[at + 1:]
        # Digits alone behind the colon are a port, of a host that looks like a scheme.
        if url[:at] == 'http' or not rest or any(c not in '0123456789' for c in rest):
            scheme, url = url[:at].lower(), rest
    if url[:2] == '//':
        netloc, url = _splitnetloc(url, 2)
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    _checknetloc(netloc)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlunparse(data):
    scheme, netloc, url, params, query, fragment = data
    if params:
        url = '%s;%s' % (url, params)
    return urlunsplit((scheme, netloc, url, query, fragment))


def urlunsplit(data):
    scheme, netloc, url, query, fragment = data
    if netloc or (scheme and scheme in uses_netloc and url[:2] != '//'):
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return url


def urljoin(base, url, allow_fragments=True):
    """The URL as it is meant in a document at base."""
    if not base:
        return url
    if not url:
        return base
    bscheme, bnetloc, bpath, bparams, bquery, bfragment = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = bnetloc
    if path[:1] == '/':
        return urlunparse((scheme, netloc, path, params, query, fragment))
    if not path and not params:
        return urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment))
    segments = bpath.split('/')[:-1] + path.split('/')
    if segments[-1] == '.':
        segments[-1] = ''
    segments = [s for s in segments if s != '.']
    while True:
        # The first folder that is left again at once.
        for i in range(1, len(segments) - 1):
            if segments[i] == '..' and segments[i - 1] not in ('', '..'):
                del segments[i - 1:i + 1]
                break
        else:
            break
    if segments == ['', '..']:
        segments[-1] = ''
    elif len(segments) >= 2 and segments[-1] == '..':
        segments[-2:] = ['']
    return urlunparse((scheme, netloc, '/'.join(segments), params, query, fragment))


def urldefrag(url):
    """The URL without its fragment, and the fragment."""
    if '#' not in url:
        return url, ''
    scheme, netloc, path, params, query, fragment = urlparse(url)
    return urlunparse((scheme, netloc, path, params, query, '')), fragment


def unquote(s):
    """The text with %xx replaced."""
    from urllib import unquote
    return unquote(s)


def parse_qs(qs, keep_blank_values=0, strict_parsing=0, max_num_fields=None):
    """A query as a dictionary of lists of values."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, max_num_fields):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=0, strict_parsing=0, max_num_fields=None):
    """A query as a list of pairs of name and value."""
    if max_num_fields is not None and max_num_fields < 1 + qs.count('&') + qs.count(';'):
        raise ValueError('Max number of fields exceeded')
    found = []
    for field in [part for group in qs.split('&') for part in group.split(';')]:
        if not field and not strict_parsing:
            continue
        pair = field.split('=', 1)
        if len(pair) != 2:
            if strict_parsing:
                raise ValueError('bad query field: %r' % (field,))
            if not keep_blank_values:
                continue
            pair.append('')
        if len(pair[1]) or keep_blank_values:
            found.append((unquote(pair[0].replace('+', ' ')), unquote(pair[1].replace('+', ' '))))
    return found
