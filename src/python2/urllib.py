"""Opening URLs, and what stands in them: escapes, parts, queries."""

import os
import re
import socket
import sys

from _urlproxies import getproxies_environment, Place as _Place, proxy_bypass_environment
from _urlresults import addbase, addclosehook, addinfo, addinfourl, ContentTooShortError, copy as _copy
from _urltext import (_quoted, always_safe, quote, quote_plus, splitattr, splithost, splitnport, splitpasswd, splitport,
                      splitquery, splittag, splittype, splituser, splitvalue, toBytes, unquote_plus, unwrap, urlencode)
from urlparse import unquote, urljoin as basejoin

__version__ = '1.17'

__all__ = ('urlopen URLopener FancyURLopener urlretrieve urlcleanup quote quote_plus unquote unquote_plus urlencode '
           'url2pathname pathname2url splittag localhost thishost ftperrors basejoin unwrap splittype splithost splituser '
           'splitpasswd splitport splitnport splitquery splitattr splitvalue getproxies').split()

url2pathname, pathname2url = unquote, quote

# ---------------------------------------------------------------- this machine


def localhost():
    return socket.gethostbyname('localhost')


def thishost():
    return socket.gethostbyname(socket.gethostname())


def ftperrors():
    """Whatever can go wrong with FTP."""
    return __import__('ftplib').all_errors


def noheaders():
    """Headers, none."""
    return _headers('')


def _headers(text):
    import mimetools
    from cStringIO import StringIO
    return mimetools.Message(StringIO(text), 0)


getproxies, proxy_bypass = getproxies_environment, proxy_bypass_environment

# ---------------------------------------------------------------- openers

MAXFTPCACHE, ftpcache = 10, {}
_urlopener = None
_KEPT_IN_URL = "%/:=&?~#+!$,;'@()*[]|"


class URLopener:
    """Opens URLs by methods `open_` and the type; what a server says beyond 2xx goes to methods `http_error_` and the number."""

    version = 'Python-urllib/%s' % __version__
    __tempfiles = None

    def __init__(self, proxies=None, context=None, **x509):
        self.proxies = getproxies() if proxies is None else proxies
        assert hasattr(self.proxies, 'has_key'), 'proxies must be a mapping'
        self.key_file, self.cert_file = x509.get('key_file'), x509.get('cert_file')
        self.context = context
        self.__tempfiles, self.tempcache, self.ftpcache = [], None, ftpcache
        self.addheaders = zip(('User-Agent', 'Accept'), (self.version, '*/*'))

    def __del__(self):
        self.close()

    def close(self):
        self.cleanup()

    def cleanup(self):
        """Removes the files that `retrieve` has made."""
        while self.__tempfiles:
            path = self.__tempfiles.pop()
            if os.path.exists(path):
                os.unlink(path)
        (self.tempcache or {}).clear()

    def addheader(self, *args):
        """A header for every request."""
        self.addheaders += [args]

    def open(self, fullurl, data=None):
        """The file behind a URL; with `data` a POST."""
        whole = quote(unwrap(toBytes(fullurl)), _KEPT_IN_URL)
        if self.tempcache and whole in self.tempcache:
            path, headers = self.tempcache[whole]
            return addinfourl(open(path, 'rb'), headers, whole)
        kind, url = splittype(whole)
        kind = kind or 'file'
        proxy = self.proxies.get(kind)
        if proxy is not None:
            kind, rest = splittype(proxy)
            url = splithost(rest)[0], whole
        self.type = kind
        opener = getattr(self, 'open_' + kind.replace('-', '_'), None) if kind not in ('local_file', 'local-file') else None
        if opener is None:
            return self.open_unknown_proxy(proxy, whole, data) if proxy else self.open_unknown(whole, data)
        try:
            return opener(url) if data is None else opener(url, data)
        except socket.error as problem:
            raise IOError, ('socket error', problem), sys.exc_info()[2]

    def open_unknown(self, fullurl, data=None):
        raise IOError('url error', 'unknown url type', splittype(fullurl)[0])

    def open_unknown_proxy(self, proxy, fullurl, data=None):
        raise IOError('url error', 'invalid proxy for %s' % splittype(fullurl)[0], proxy)

    def retrieve(self, url, filename=None, reporthook=None, data=None):
        """Copies what is behind a URL into a file; its name, and the headers. A local file stays where it is."""
        address = unwrap(toBytes(url))
        if self.tempcache and address in self.tempcache:
            return self.tempcache[address]
        kind, rest = splittype(address)
        if filename is None and kind in (None, '', 'file'):
            try:
                found = self.open_local_file(rest)
                found.close()
                return url2pathname(splithost(rest)[1]), found.info()
            except IOError:
                pass
        source = self.open(address, data)
        try:
            result = self._target(filename, address), source.info()
            if self.tempcache is not None:
                self.tempcache[address] = result
            promised, got = _copy(source, result, reporthook)
        finally:
            source.close()
        if got < promised:
            raise ContentTooShortError('retrieval incomplete: got only %i out of %i bytes' % (got, promised), result)
        return result

    def _target(self, filename, url):
        """The file that is written: a temporary one, with the ending that the URL has, unless there is a name."""
        if filename:
            return filename
        import tempfile
        path = splithost(splittype(url)[1] or '')[1]
        path = splitattr(splitquery(path or '')[0] or '')[0]
        handle, filename = tempfile.mkstemp(os.path.splitext(path)[1])
        os.close(handle)
        self.__tempfiles.append(filename)
        return filename

    # ------------------------------------------------------------ HTTP

    def open_http(self, url, data=None):
        import httplib
        return self._ask(url, data, 'http', httplib.HTTP)

    def open_https(self, url, data=None):
        import httplib

        def connection(host):
            return httplib.HTTPS(host, 0, key_file=self.key_file, cert_file=self.cert_file, context=self.context)
        return self._ask(url, data, 'https', connection)

    def _ask(self, url, data, kind, connection):
        """Sends a request, and takes the answer to whatever is for it."""
        place = _Place(url)
        if not place.host:
            raise IOError(kind + ' error', 'no host given')
        server = connection(place.host)
        server.putrequest('GET' if data is None else 'POST', place.selector)
        headers = [] if data is None else [('Content-Type', 'application/x-www-form-urlencoded'),
                                           ('Content-Length', str(len(data)))]
        for header in headers + place.headers() + self.addheaders:
            server.putheader(*header)
        server.endheaders(data)
        status, reason, answered = server.getreply()
        body, is_bad = server.getfile(), status == -1
        if is_bad and body:
            body.close()
        if is_bad:
            raise IOError('http protocol error', 0, 'got a bad status line', None)
        if status // 100 == 2:
            return addinfourl(body, answered, kind + ':' + place.rest, status)
        more = () if data is None else (data,)
        return self.http_error(place.rest, body, status, reason, answered, *more)

    def http_error(self, url, fp, errcode, errmsg, headers, data=None):
        """Goes to the method for this status, and to the default when that has no answer."""
        answer = url, fp, errcode, errmsg, headers
        own = getattr(self, 'http_error_%d' % errcode, None)
        found = own and own(*(answer if data is None else answer + (data,)))
        return found or self.http_error_default(*answer)

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        fp.close()
        raise IOError('http error', errcode, errmsg, headers)

    # ------------------------------------------------------------ files

    def open_file(self, url):
        _refuse_proxy('file', url)
        host = splithost(url)[0]
        is_far = host and host.lower() != 'localhost'
        return self.open_ftp(url) if is_far else self.open_local_file(url)

    def open_local_file(self, url):
        import mimetypes
        from rfc822 import formatdate
        path = splithost(url)[1]
        local = url2pathname(path)
        try:
            about = os.stat(local)
        except OSError as missing:
            raise IOError(missing.errno, missing.strerror, missing.filename)
        host = splithost(url)[0]
        if host:
            name, port = splitport(host)
            if port or socket.gethostbyname(name) not in (localhost(), thishost()):
                raise IOError('local file error', 'not on local host')
        elif path.startswith('./'):
            raise ValueError('local file url may start with / or file:. Unknown url of type: ' + url)
        lines = [('Content-Type', mimetypes.guess_type(url)[0] or 'text/plain'), ('Content-Length', about.st_size),
                 ('Last-modified', formatdate(about.st_mtime))]
        headers = _headers(''.join('%s: %s\n' % line for line in lines))
        return addinfourl(open(local, 'rb'), headers, 'file://' + path if path.startswith('/') else path)

    def open_ftp(self, url):
        """A file or a directory on an FTP server."""
        return _urlftp.opened(url, self.ftpcache)

    def open_data(self, url, data=None):
        """What stands in the URL itself."""
        _refuse_proxy('data', url)
        import time
        from cStringIO import StringIO
        head, comma, text = url.partition(',')
        if not comma:
            raise IOError('data error', 'bad data URL')
        kind, semicolon, coding = (head or 'text/plain;charset=US-ASCII').rpartition(';')
        if not semicolon or '=' in coding:
            kind, coding = head or 'text/plain;charset=US-ASCII', ''
        text = text.decode('base64') if coding == 'base64' else unquote(text)
        now = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(time.time()))
        lines = ['Date: ' + now, 'Content-type: ' + kind, 'Content-Length: %d' % len(text), '', text]
        content = StringIO('\n'.join(lines))
        import mimetools
        return addinfourl(content, mimetools.Message(content, 0), url)


def _refuse_proxy(kind, url):
    """Only what comes over HTTP can come through a proxy; then `url` is a pair."""
    if not isinstance(url, str):
        raise IOError(kind + ' error', 'proxy support for %s protocol currently not implemented' % kind)


def _redirected(self, url, fp, errcode, errmsg, headers, data=None):
    return self.http_error_302(url, fp, errcode, errmsg, headers, data)


def _challenged(header, proxy):
    """A method for a server that wants to know who asks: `header` says in which realm."""
    def answer(self, url, fp, errcode, errmsg, headers, data=None):
        if header in headers:
            found = re.match(r'[ \t]*([^ \t]+)[ \t]+realm="([^"]*)"', headers[header])
            if found and found.group(1).lower() == 'basic':
                retry = getattr(self, 'retry_%s%s_basic_auth' % (proxy, self.type))
                return retry(url, found.group(2), *(() if data is None else (data,)))
        URLopener.http_error_default(self, url, fp, errcode, errmsg, headers)
    return answer


def _with_user(self, host, realm):
    """The host with the user before it, or None when there is no user."""
    at = host.find('@') + 1
    user = self.get_user_passwd(host[at:], realm, at)
    return '%s:%s@%s' % (quote(user[0], ''), quote(user[1], ''), host[at:]) if any(user) else None


def _retry(kind):
    """Methods that ask again, with a user for the server or for the proxy."""
    def server(self, url, realm, data=None):
        host, selector = splithost(url)
        host = _with_user(self, host, realm)
        return host and self.open('%s://%s%s' % (kind, host, selector), data)

    def proxy(self, url, realm, data=None):
        host, path = splithost(splittype(self.proxies[kind])[1])
        host = _with_user(self, host, realm)
        if not host:
            return None
        self.proxies[kind] = '%s://%s%s' % (kind, host, path)
        return self.open('%s:%s' % (kind, url), data)
    return server, proxy


class FancyURLopener(URLopener):
    """Follows redirections, asks for passwords, and gives back the page of an error as any other."""

    def __init__(self, *args, **kwargs):
        URLopener.__init__(self, *args, **kwargs)
        self.auth_cache, self.tries, self.maxtries = {}, 0, 10

    def http_error_default(self, url, fp, errcode, errmsg, headers):
        return addinfourl(fp, headers, 'http:' + url, errcode)

    def http_error_302(self, url, fp, errcode, errmsg, headers, data=None):
        self.tries = tries = self.tries + 1
        is_allowed = not self.maxtries or tries < self.maxtries
        try:
            if is_allowed:
                return self.redirect_internal(url, fp, errcode, errmsg, headers, data)
            refuse = getattr(self, 'http_error_500', self.http_error_default)
            return refuse(url, fp, 500, 'Internal Server Error: Redirect Recursion', headers)
        finally:
            self.tries = 0

    http_error_301 = _redirected
    http_error_303 = _redirected
    http_error_401 = _challenged('www-authenticate', '')
    http_error_407 = _challenged('proxy-authenticate', 'proxy_')
    retry_http_basic_auth, retry_proxy_http_basic_auth = _retry('http')
    retry_https_basic_auth, retry_proxy_https_basic_auth = _retry('https')

    def http_error_307(self, url, fp, errcode, errmsg, headers, data=None):
        """A form is not sent anywhere else unasked."""
        again = self.http_error_302 if data is None else self.http_error_default
        return again(url, fp, errcode, errmsg, headers)

    def redirect_internal(self, url, fp, errcode, errmsg, headers, data):
        where = [headers[name] for name in ('location', 'uri') if name in headers]
        if not where:
            return None
        fp.close()
        target = basejoin('%s:%s' % (self.type, url), where[0])
        if not target.lower().startswith(('http://', 'https://', 'ftp://')):
            reason = "%s - Redirection to url '%s' is not allowed" % (errmsg, target)
            raise IOError('redirect error', errcode, reason, headers)
        return self.open(target)

    def get_user_passwd(self, host, realm, clear_cache=0):
        """User and password; what was answered once holds until it is refused."""
        key = '%s@%s' % (realm, host.lower())
        if clear_cache:
            self.auth_cache.pop(key, None)
        if key not in self.auth_cache:
            given = self.prompt_user_passwd(host, realm)
            if not any(given):
                return given
            self.auth_cache[key] = given
        return self.auth_cache[key]

    def prompt_user_passwd(self, host, realm):
        """Asks at the terminal."""
        from getpass import getpass
        try:
            user = raw_input('Enter username for %s at %s: ' % (realm, host))
            return user, getpass('Enter password for %s in %s at %s: ' % (user, realm, host))
        except KeyboardInterrupt:
            print
            return None, None


def urlopen(url, data=None, proxies=None, context=None):
    """The file behind a URL, with `info`, `geturl` and `getcode` besides."""
    return _opener(proxies, context).open(url, *(() if data is None else (data,)))


def urlretrieve(url, filename=None, reporthook=None, data=None, context=None):
    """Copies what is behind a URL into a file; its name, and the headers."""
    return _opener(None, context).retrieve(url, filename, reporthook, data)


def _opener(proxies, context):
    """The opener that all calls share, unless something is asked of it."""
    global _urlopener
    if proxies is not None or context is not None:
        return FancyURLopener(proxies=proxies, context=context)
    _urlopener = _urlopener or FancyURLopener()
    return _urlopener


def urlcleanup():
    """Removes the files that `urlretrieve` has made."""
    if _urlopener:
        _urlopener.cleanup()
    for kept in _quoted, ftpcache:
        kept.clear()


import _urlftp
from _urlftp import ftpwrapper
