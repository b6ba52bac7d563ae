"""Reads what is at a URL, and quotes texts for URLs."""

import os
import re as _re
import socket
import string
import sys
import time

__all__ = ['urlopen', 'URLopener', 'FancyURLopener', 'urlretrieve', 'urlcleanup', 'quote', 'quote_plus', 'unquote',
           'unquote_plus', 'urlencode', 'url2pathname', 'pathname2url', 'splittag', 'localhost', 'thishost', 'ftperrors',
           'basejoin', 'unwrap', 'splittype', 'splithost', 'splituser', 'splitpasswd', 'splitport', 'splitnport',
           'splitquery', 'splitattr', 'splitvalue', 'getproxies']

__version__ = '1.17'

from urlparse import urljoin as basejoin

# Texts in URLs.

always_safe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-'
_safe_quoters = {}
_escape = _re.compile('%([0-9a-fA-F]{2})')
_ascii_part = _re.compile('([\x00-\x7f]+)')


def quote(s, safe='/'):
    """The text with every character that is not safe as %xx."""
    if not s:
        if s is None:
            raise TypeError('None object cannot be quoted')
        return s
    try:
        table = _safe_quoters[safe]
    except KeyError:
        kept = always_safe + safe
        table = _safe_quoters[safe] = dict((c, c if c in kept else '%%%02X' % ord(c)) for c in map(chr, range(256)))
    return ''.join(map(table.__getitem__, s))


def quote_plus(s, safe=''):
    """The same, with + for a space."""
    if ' ' in s:
        return quote(s, safe + ' ').replace(' ', '+')
    return quote(s, safe)


def unquote(s):
    """The text with %xx replaced."""
    if isinstance(s, unicode):
        if '%' not in s:
            return s
        return ''.join(unquote(str(part)).decode('latin1') if i % 2 else part
                       for i, part in enumerate(_ascii_part.split(s)))
    return _escape.sub(lambda match: chr(int(match.group(1), 16)), s)


def unquote_plus(s):
    return unquote(s.replace('+', ' '))


def urlencode(query, doseq=0):
    """A query of the pairs of a mapping or a sequence; with doseq a sequence as value gives a pair for each item."""
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError, 'not a valid non-string sequence or mapping object', sys.exc_info()[2]
    pairs = []
    for key, value in query:
        name = quote_plus(str(key))
        if not doseq or isinstance(value, str):
            pairs.append(name + '=' + quote_plus(str(value)))
        elif isinstance(value, unicode):
            pairs.append(name + '=' + quote_plus(value.encode('ASCII', 'replace')))
        elif hasattr(value, '__len__'):
            pairs.extend(name + '=' + quote_plus(str(item)) for item in value)
        else:
            pairs.append(name + '=' + quote_plus(str(value)))
    return '&'.join(pairs)


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)


def toBytes(url):
    """A URL as str."""
    if isinstance(url, unicode):
        try:
            return url.encode('ASCII')
        except UnicodeError:
            raise UnicodeError('URL ' + repr(url) + ' contains non-ASCII characters')
    return url


def unwrap(url):
    """What is in <URL:...>."""
    url = url.strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    if url[:4] == 'URL:':
        url = url[4:].strip()
    return url


def _splitter(pattern, otherwise):
    compiled = _re.compile(pattern, _re.DOTALL)

    def split(text):
        match = compiled.match(text)
        return match.groups() if match else otherwise(text)
    return split


_type = _splitter('([^/:]+):(.*)', lambda url: (None, url))
_user = _splitter('(.*)@(.*)', lambda host: (None, host))


def splittype(url):
    """'type:rest' -> 'type', 'rest'."""
    scheme, rest = _type(url)
    return (None if scheme is None else scheme.lower()), rest


def splithost(url):
    """'//host[:port]/path' -> 'host[:port]', '/path'."""
    if url[:2] != '//':
        return None, url
    match = _re.match('//([^/#?]*)(.*)', url, _re.DOTALL)
    host, path = match.groups()
    if path and path[0] != '/':
        path = '/' + path
    return host, path


def splituser(host):
    return _user(host)


splitpasswd = _splitter('([^:]*):(.*)', lambda user: (user, None))


def splitport(host):
    match = _re.match('(.*):([0-9]*)$', host, _re.DOTALL)
    if match and match.group(2):
        return match.groups()
    return (match.group(1) if match else host), None


def splitnport(host, defport=-1):
    match = _re.match('(.*):(.*)$', host)
    if not match:
        return host, defport
    host, port = match.groups()
    try:
        return host, int(port) if port else None
    except ValueError:
        return host, None


splitquery = _splitter(r'(.*)\?([^?]*)$', lambda url: (url, None))
splittag = _splitter('(.*)#([^#]*)$', lambda url: (url, None))
splitvalue = _splitter('([^=]*)=(.*)$', lambda attr: (attr, None))


def splitattr(url):
    words = url.split(';')
    return words[0], words[1:]


# Proxies.


def getproxies_environment():
    """Proxies by scheme, from variables such as http_proxy."""
    proxies = {}
    for upper in (True, False):
        for name, value in os.environ.items():
            if name[-6:].lower() == '_proxy' and (upper or name[-6:] == '_proxy'):
                if value:
                    proxies[name.lower()[:-6]] = value
                elif not upper:
                    proxies.pop(name.lower()[:-6], None)
    if 'REQUEST_METHOD' in os.environ:
        proxies.pop('http', None)
    return proxies


def proxy_bypass_environment(host, proxies=None):
    if proxies is None:
        proxies = getproxies_environment()
    excluded = proxies.get('no')
    if excluded is None:
        return 0
    if excluded == '*':
        return 1
    host = host.lower()
    only = splitport(host)[0]
    for name in (part.strip().lower().lstrip('.') for part in excluded.split(',')):
        if name and (only == name or host == name or only.endswith('.' + name) or host.endswith('.' + name)):
            return 1
    return 0


getproxies = getproxies_environment
proxy_bypass = proxy_bypass_environment

# Opening.


class ContentTooShortError(IOError):
    """There was less to read than had been said."""

    def __init__(self, message, content):
        IOError.__init__(self, message)
        self.content = content


class addbase:
    """A file that stands for another one."""

    def __init__(self, fp):
        self.fp = fp
        self.read = fp.read
        self.readline = fp.readline
        if hasattr(fp, 'readlines'):
            self.readlines = fp.readlines
        self.fileno = fp.fileno if hasattr(fp, 'fileno') else lambda: None

    def __iter__(self):
        return self

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __repr__(self):
        return '<%s at %r whose fp = %r>' % (self.__class__.__name__, id(self), self.fp)

    def close(self):
        self.read = self.readline = self.readlines = self.fileno = None
        if self.fp:
            self.fp.close()
        self.fp = None


class addclosehook(addbase):
    def __init__(self, fp, closehook, *hookargs):
        addbase.__init__(self, fp)
        self.closehook = closehook
        self.hookargs = hookargs

    def close(self):
        hook, args = self.closehook, self.hookargs
        self.closehook = self.hookargs = None
        if hook:
            hook(*args)
        addbase.close(self)


class addinfo(addbase):
    def __init__(self, fp, headers):
        addbase.__init__(self, fp)
        self.headers = headers

    def info(self):
        return self.headers


class addinfourl(addbase):
    def __init__(self, fp, headers, url, code=None):
        addbase.__init__(self, fp)
        self.headers = headers
        self.url = url
        self.code = code

    def info(self):
        return self.headers

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url


class URLopener:
    """Opens URLs: http, https, file, data."""

    version = 'Python-urllib/%s' % __version__

    def __init__(self, proxies=None, **x509):
        self.proxies = getproxies() if proxies is None else proxies
        self.addheaders = [('User-Agent', self.version), ('Accept', '*/*')]
        self._made = []
        self.type = None

    def close(self):
        self.cleanup()

    def cleanup(self):
        for name in self._made:
            try:
                os.unlink(name)
            except OSError:
                pass
        del self._made[:]

    def addheader(self, *args):
        self.addheaders.append(args)

    def open(self, fullurl, data=None):
        """The file at the URL; with data it is posted."""
        fullurl = unwrap(toBytes(fullurl))
        fullurl = quote(fullurl, safe="%/:=&?~#+!$,;'@()*[]|")
        scheme, url = splittype(fullurl)
        scheme = scheme or 'file'
        self.type = scheme
        method = getattr(self, 'open_' + scheme.replace('-', '_'), None)
        if method is None:
            return self.open_unknown(fullurl, data)
        try:
            return method(url) if data is None else method(url, data)
        except socket.error, message:
            raise IOError, ('socket error', message), sys.exc_info()[2]

    def open_unknown(self, fullurl, data=None):
        raise IOError('url error', 'unknown url type', splittype(fullurl)[0])

    def _http(self, scheme, url, data):
        import httplib
        host, selector = splithost(url)
        if not host:
            raise IOError('http error', 'no host given')
        user, host = splituser(host)
        host = server = unquote(host)
        proxy = self.proxies.get(scheme)
        if proxy and not proxy_bypass(host):
            server = splituser(splithost(splittype(unwrap(proxy))[1])[0])[1]
            selector = scheme + ':' + url
        connection = (httplib.HTTPS if scheme == 'https' else httplib.HTTP)(server)
        connection.putrequest('GET' if data is None else 'POST', selector)
        if data is not None:
            connection.putheader('Content-Type', 'application/x-www-form-urlencoded')
            connection.putheader('Content-Length', '%d' % len(data))
        if user:
            connection.putheader('Authorization', 'Basic ' + unquote(user).encode('base64').replace('\n', ''))
        connection.putheader('Host', host)
        for header in self.addheaders:
            connection.putheader(*header)
        connection.endheaders(data)
        status, reason, headers = connection.getreply()
        fp = connection.getfile()
        if status == -1:
            if fp:
                fp.close()
            raise IOError('http protocol error', 0, 'got a bad status line', None)
        full = scheme + ':' + url
        if 200 <= status < 300:
            return addinfourl(fp, headers, full, status)
        return self.http_error(full, fp, status, reason, headers, data)

    def open_http(self, url, data=None):
        return self._http('http', url, data)

    def open_https(self, url, data=None):
        return self._http('https', url, data)

    def http_error(self, url, fp, errcode, errmsg, headers, data=None):
        method = getattr(self, 'http_error_%d' % errcode, None)
        if method is not None:
            result = method(url, fp, errcode, errmsg, headers) if data is None else \
                method(url, fp, errcode, errmsg, headers, data)
            if result:
                return result
        return self.http_error_default(url, fp, errcode, errmsg, headers)

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        fp.close()
        raise IOError('http error', errcode, errmsg, headers)

    def open_file(self, url):
        if not isinstance(url, str):
            raise IOError('file error', 'proxy support for file protocol currently not implemented')
        if url[:2] == '//' and url[2:3] != '/' and url[2:12].lower() != 'localhost/':
            raise IOError('url error', 'file:// scheme is supported only on localhost')
        return self.open_local_file(url)

    def open_local_file(self, url):
        import email.utils
        import httplib
        import mimetypes
        host, path = splithost(url)
        name = url2pathname(path)
        try:
            found = os.stat(name)
        except OSError, e:
            raise IOError(e.errno, e.strerror, e.filename)
        headers = httplib.HTTPMessage.of([
            ('Content-Type', mimetypes.guess_type(name)[0] or 'text/plain'),
            ('Content-Length', str(found.st_size)),
            ('Last-modified', email.utils.formatdate(found.st_mtime, usegmt=True)),
        ])
        where = 'file://' + path if path[:1] == '/' else path
        return addinfourl(open(name, 'rb'), headers, where)

    def open_data(self, url, data=None):
        from cStringIO import StringIO
        import httplib
        try:
            kind, text = url.split(',', 1)
        except ValueError:
            raise IOError('data error', 'bad data URL')
        kind = kind or 'text/plain;charset=US-ASCII'
        encoded = kind.endswith(';base64')
        if encoded:
            kind = kind[:-7]
        text = unquote(text).decode('base64') if encoded else unquote(text)
        headers = httplib.HTTPMessage.of([('Content-Type', kind), ('Content-Length', str(len(text)))])
        return addinfourl(StringIO(text), headers, 'data:' + url)

    def retrieve(self, url, filename=None, reporthook=None, data=None):
        """Copies what is at the URL into a file; its name, and the headers."""
        url = unwrap(toBytes(url))
        scheme, rest = splittype(url)
        if filename is None and (not scheme or scheme == 'file'):
            try:
                fp = self.open_local_file(rest)
                headers = fp.info()
                fp.close()
                return url2pathname(splithost(rest)[1]), headers
            except IOError:
                pass
        fp = self.open(url, data)
        try:
            headers = fp.info()
            if filename:
                target = open(filename, 'wb')
            else:
                import tempfile
                suffix = os.path.splitext(splitquery(splithost(rest)[1] or '')[0])[1]
                fd, filename = tempfile.mkstemp(suffix)
                self._made.append(filename)
                target = os.fdopen(fd, 'wb')
            try:
                block, size, total, count = 8192, -1, 0, 0
                if 'content-length' in headers:
                    size = int(headers['Content-Length'])
                if reporthook:
                    reporthook(count, block, size)
                while True:
                    part = fp.read(block)
                    if part == '':
                        break
                    total += len(part)
                    target.write(part)
                    count += 1
                    if reporthook:
                        reporthook(count, block, size)
            finally:
                target.close()
        finally:
            fp.close()
        if 0 <= total < size:
            raise ContentTooShortError('retrieval incomplete: got only %i out of %i bytes' % (total, size),
                                       (filename, headers))
        return filename, headers


class FancyURLopener(URLopener):
    """Follows redirections, and gives the page of an error as a page."""

    def __init__(self, *args, **kwargs):
        URLopener.__init__(self, *args, **kwargs)
        self.tries = 0
        self.maxtries = 10

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        return addinfourl(fp, headers, url, errcode)

    def http_error_302(self, url, fp, errcode, errmsg, headers, data=None):
        self.tries += 1
        try:
            if self.maxtries and self.tries >= self.maxtries:
                return self.http_error_default(url, fp, 500, 'Internal Server Error: Redirect Recursion', headers)
            target = headers.get('location') or headers.get('uri')
            if not target:
                return None
            fp.close()
            target = basejoin(url, target)
            if not target.lower().startswith(('http://', 'https://', 'ftp://')):
                raise IOError('redirect error', errcode, errmsg + " - Redirection to url '%s' is not allowed" % target,
                              headers)
            return self.open(target)
        finally:
            self.tries = 0

    http_error_301 = http_error_303 = http_error_302

    def http_error_307(self, url, fp, errcode, errmsg, headers, data=None):
        if data is None:
            return self.http_error_302(url, fp, errcode, errmsg, headers, data)
        return self.http_error_default(url, fp, errcode, errmsg, headers)


_urlopener = None


def urlopen(url, data=None, proxies=None, context=None):
    """The file at a URL."""
    global _urlopener
    if proxies is not None:
        opener = FancyURLopener(proxies=proxies)
    else:
        opener = _urlopener = _urlopener or FancyURLopener()
    return opener.open(url) if data is None else opener.open(url, data)


def urlretrieve(url, filename=None, reporthook=None, data=None, context=None):
    """Copies what is at a URL into a file; its name, and the headers."""
    global _urlopener
    _urlopener = _urlopener or FancyURLopener()
    return _urlopener.retrieve(url, filename, reporthook, data)


def urlcleanup():
    if _urlopener:
        _urlopener.cleanup()
    _safe_quoters.clear()


def localhost():
    return socket.gethostbyname('localhost')


def thishost():
    return socket.gethostbyname(socket.gethostname())


def ftperrors():
    import ftplib
    return ftplib.all_errors
