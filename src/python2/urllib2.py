"""Opens URLs by handlers, which can be replaced and added to."""

import base64
import bisect
import httplib
import os
import posixpath
import re
import socket
import sys
import time
import types
import urllib
import urlparse
import warnings
from cStringIO import StringIO
from urllib import (unwrap, unquote, splittype, splithost, quote, addinfourl, splitport, splittag, splitattr,
                    splituser, splitpasswd, splitvalue, localhost, url2pathname, getproxies, proxy_bypass, toBytes)

__version__ = sys.version[:3]
_opener = None


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, cafile=None, capath=None, cadefault=False,
            context=None):
    """What is at a URL, as a file with info(), geturl() and getcode()."""
    global _opener
    if cafile or capath or cadefault or context:
        raise ValueError('SSL support not available')
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


def install_opener(opener):
    global _opener
    _opener = opener


class URLError(IOError):
    def __init__(self, reason):
        self.args = reason,
        self.reason = reason

    def __str__(self):
        return '<urlopen error %s>' % self.reason


class HTTPError(URLError, addinfourl):
    """An answer that is an error; it can be read as a page."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.code = code
        self.msg = msg
        self.hdrs = hdrs
        self.fp = fp
        self.filename = url
        if fp is not None:
            addinfourl.__init__(self, fp, hdrs, url, code)

    def __str__(self):
        return 'HTTP Error %s: %s' % (self.code, self.msg)

    @property
    def reason(self):
        return self.msg

    def info(self):
        return self.hdrs


_port_end = re.compile(r':\d+$')


def request_host(request):
    """The host of a request in small letters, without the port."""
    host = urlparse.urlparse(request.get_full_url())[1]
    if host == '':
        host = request.get_header('Host', '')
    return _port_end.sub('', host, 1).lower()


class Request:
    """What is asked for: URL, data, headers."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False):
        self.__original, self.__fragment = splittag(unwrap(url))
        self.type = None
        self.host = None
        self.port = None
        self._tunnel_host = None
        self.data = data
        self.headers = {}
        for key, value in headers.items():
            self.add_header(key, value)
        self.unredirected_hdrs = {}
        self.__rest = self.__rest_original = None
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable

    def get_method(self):
        return 'POST' if self.has_data() else 'GET'

    def add_data(self, data):
        self.data = data

    def has_data(self):
        return self.data is not None

    def get_data(self):
        return self.data

    def get_full_url(self):
        return '%s#%s' % (self.__original, self.__fragment) if self.__fragment else self.__original

    def get_type(self):
        if self.type is None:
            self.type, self.__rest = splittype(self.__original)
            if self.type is None:
                raise ValueError('unknown url type: %s' % self.__original)
        return self.type

    def get_host(self):
        if self.host is None:
            self.get_type()
            self.host, self.__rest = splithost(self.__rest)
            if self.host:
                self.host = unquote(self.host)
        return self.host

    def get_selector(self):
        self.get_host()
        return self.__rest

    def set_proxy(self, host, type):
        self.get_host()
        if self.type == 'https' and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.__rest = self.__rest_original = self.__original
        self.host = host

    def has_proxy(self):
        return self.__rest_original is not None

    def get_origin_req_host(self):
        return self.origin_req_host

    def is_unverifiable(self):
        return self.unverifiable

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def header_items(self):
        return dict(self.unredirected_hdrs, **self.headers).items()


class OpenerDirector:
    """Asks its handlers: TYPE_request, TYPE_open, TYPE_response, TYPE_error_CODE, in their order."""

    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/%s' % __version__)]
        self.handlers = []
        self.handle_open = {}
        self.handle_error = {}
        self.process_response = {}
        self.process_request = {}

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError('expected BaseHandler instance, got %r' % type(handler))
        added = False
        for name in dir(handler):
            if name in ('redirect_request', 'do_open', 'proxy_open') or '_' not in name:
                continue
            protocol, condition = name.split('_', 1)
            if condition.startswith('error'):
                kind = condition[condition.find('_') + 1:]
                lookup = self.handle_error.setdefault(protocol, {})
                kind = int(kind) if kind.isdigit() else kind
            elif condition in ('open', 'response', 'request'):
                kind = protocol
                lookup = {'open': self.handle_open, 'response': self.process_response,
                          'request': self.process_request}[condition]
            else:
                continue
            bisect.insort(lookup.setdefault(kind, []), handler)
            added = True
        if added:
            bisect.insort(self.handlers, handler)
            handler.add_parent(self)

    def close(self):
        pass

    def _call_chain(self, chain, kind, meth_name, *args):
        for handler in chain.get(kind, ()):
            result = getattr(handler, meth_name)(*args)
            if result is not None:
                return result

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """What is at a URL, or what answers a Request."""
        if isinstance(fullurl, basestring):
            req = Request(fullurl, data)
        else:
            req = fullurl
            if data is not None:
                req.add_data(data)
        req.timeout = timeout
        protocol = req.get_type()
        for handler in self.process_request.get(protocol, []):
            req = getattr(handler, protocol + '_request')(req)
        response = self._open(req, data)
        for handler in self.process_response.get(protocol, []):
            response = getattr(handler, protocol + '_response')(req, response)
        return response

    def _open(self, req, data=None):
        protocol = req.get_type()
        return (self._call_chain(self.handle_open, 'default', 'default_open', req)
                or self._call_chain(self.handle_open, protocol, protocol + '_open', req)
                or self._call_chain(self.handle_open, 'unknown', 'unknown_open', req))

    def error(self, proto, *args):
        """Asks the handlers of an error."""
        if proto in ('http', 'https'):
            lookup = self.handle_error['http']
            code = args[2]
            result = self._call_chain(lookup, code, 'http_error_%s' % code, *args)
            return result or self._call_chain(lookup, 'default', 'http_error_default', *args)
        return self._call_chain(self.handle_error, proto, proto + '_error', *args) or None


def build_opener(*handlers):
    """An opener with the usual handlers, and these in place of those of their classes."""
    def isclass(obj):
        return isinstance(obj, (types.ClassType, type))
    opener = OpenerDirector()
    usual = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FTPHandler,
             FileHandler, HTTPErrorProcessor]
    for cls in usual:
        if not any(issubclass(own, cls) if isclass(own) else isinstance(own, cls) for own in handlers):
            opener.add_handler(cls())
    for own in handlers:
        opener.add_handler(own() if isclass(own) else own)
    return opener


class BaseHandler:
    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        if not hasattr(other, 'handler_order'):
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    """Makes errors of answers that are not 2xx."""

    handler_order = 1000

    def http_response(self, request, response):
        code, msg, hdrs = response.code, response.msg, response.info()
        if not 200 <= code < 300:
            response = self.parent.error('http', request, response, code, msg, hdrs)
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.get_full_url(), code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    max_repeats = 4
    max_redirections = 10
    inf_msg = ('The HTTP server returned a redirect error that would lead to an infinite loop.\n'
               'The last 30x error message was:\n')

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request to make instead; None for another handler to look, or HTTPError."""
        method = req.get_method()
        if not (code in (301, 302, 303, 307) and method in ('GET', 'HEAD') or
                code in (301, 302, 303) and method == 'POST'):
            raise HTTPError(req.get_full_url(), code, msg, headers, fp)
        newurl = newurl.replace(' ', '%20')
        kept = dict((key, value) for key, value in req.headers.items()
                    if key.lower() not in ('content-length', 'content-type'))
        return Request(newurl, headers=kept, origin_req_host=req.get_origin_req_host(), unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        if 'location' in headers:
            newurl = headers.getheaders('location')[0]
        elif 'uri' in headers:
            newurl = headers.getheaders('uri')[0]
        else:
            return
        parts = urlparse.urlparse(newurl)
        if not parts.path and parts.netloc:
            newurl = urlparse.urlunparse((parts[0], parts[1], '/') + tuple(parts[3:]))
        newurl = urlparse.urljoin(req.get_full_url(), newurl)
        if not newurl.lower().startswith(('http://', 'https://', 'ftp://')):
            raise HTTPError(newurl, code, msg + " - Redirection to url '%s' is not allowed" % newurl, headers, fp)
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return
        visited = new.redirect_dict = getattr(req, 'redirect_dict', {})
        if hasattr(req, 'redirect_dict') and (visited.get(newurl, 0) >= self.max_repeats or
                                              len(visited) >= self.max_redirections):
            raise HTTPError(req.get_full_url(), code, self.inf_msg + msg, headers, fp)
        req.redirect_dict = visited
        visited[newurl] = visited.get(newurl, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_302


def _parse_proxy(proxy):
    """(scheme, user, password, host:port) of a proxy."""
    scheme, rest = splittype(proxy)
    if not rest.startswith('/'):
        scheme, authority = None, proxy
    else:
        if not rest.startswith('//'):
            raise ValueError('proxy URL with no authority: %r' % proxy)
        authority = rest[2:].split('/', 1)[0]
    userinfo, hostport = splituser(authority)
    user, password = splitpasswd(userinfo) if userinfo is not None else (None, None)
    return scheme, user, password, hostport


class ProxyHandler(BaseHandler):
    """Sends requests to proxies: by scheme, those of the environment by default."""

    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        assert hasattr(proxies, 'has_key'), 'proxies must be a mapping'
        self.proxies = proxies
        for scheme, url in proxies.items():
            setattr(self, '%s_open' % scheme,
                    lambda request, proxy=url, type=scheme, meth=self.proxy_open: meth(request, proxy, type))

    def proxy_open(self, req, proxy, type):
        original = req.get_type()
        scheme, user, password, hostport = _parse_proxy(proxy)
        scheme = scheme or original
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            credentials = base64.b64encode('%s:%s' % (unquote(user), unquote(password))).strip()
            req.add_header('Proxy-authorization', 'Basic ' + credentials)
        req.set_proxy(unquote(hostport), scheme)
        if original == scheme or original == 'https':
            return None
        return self.parent.open(req, timeout=req.timeout)


class HTTPPasswordMgr:
    """Users and passwords by realm and URL."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        uris = [uri] if isinstance(uri, basestring) else uri
        domains = self.passwd.setdefault(realm, {})
        for default_port in True, False:
            domains[tuple(self.reduce_uri(uri, default_port) for uri in uris)] = (user, passwd)

    def find_user_password(self, realm, authuri):
        domains = self.passwd.get(realm, {})
        for default_port in True, False:
            reduced = self.reduce_uri(authuri, default_port)
            for uris, found in domains.iteritems():
                if any(self.is_suburi(uri, reduced) for uri in uris):
                    return found
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """(host:port, path) of a URL or of a host."""
        parts = urlparse.urlsplit(uri)
        if parts[1]:
            scheme, authority, path = parts[0], parts[1], parts[2] or '/'
        else:
            scheme, authority, path = None, uri, '/'
        port = splitport(authority)[1]
        standard = {'http': 80, 'https': 443}.get(scheme)
        if default_port and port is None and standard is not None:
            authority = '%s:%d' % (authority, standard)
        return authority, path

    def is_suburi(self, base, test):
        if base == test:
            return True
        return base[0] == test[0] and len(posixpath.commonprefix((base[1], test[1]))) == len(base[1])


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """The same; realm None stands for all others."""

    def find_user_password(self, realm, authuri):
        found = HTTPPasswordMgr.find_user_password(self, realm, authuri)
        return found if found[0] is not None else HTTPPasswordMgr.find_user_password(self, None, authuri)


class AbstractBasicAuthHandler:
    rx = re.compile('(?:[^,]*,)*[ \t]*([^ \t,]+)[ \t]+realm=(["\']?)([^"\']*)\\2', re.I)

    def __init__(self, password_mgr=None):
        self.passwd = password_mgr or HTTPPasswordMgr()
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        found = self.rx.search(headers.get(authreq, None) or '')
        if found and found.group(1).lower() == 'basic':
            return self.retry_http_basic_auth(host, req, found.group(3))

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        auth = 'Basic ' + base64.b64encode('%s:%s' % (user, password)).strip()
        if req.get_header(self.auth_header, None) == auth:
            return None
        req.add_unredirected_header(self.auth_header, auth)
        return self.parent.open(req, timeout=req.timeout)


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Authorization'

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('www-authenticate', req.get_full_url(), req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Proxy-authorization'

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('proxy-authenticate', req.get_host(), req, headers)


class AbstractHTTPHandler(BaseHandler):
    def __init__(self, debuglevel=0):
        self._debuglevel = debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        host = request.get_host()
        if not host:
            raise URLError('no host given')
        if request.has_data():
            data = request.get_data()
            if not request.has_header('Content-type'):
                request.add_unredirected_header('Content-type', 'application/x-www-form-urlencoded')
            if not request.has_header('Content-length'):
                request.add_unredirected_header('Content-length', '%d' % len(data))
        shown = host
        if request.has_proxy():
            shown = splithost(splittype(request.get_selector())[1])[0]
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', shown)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """Sends the request over a connection of the class; the response as a file."""
        host = req.get_host()
        if not host:
            raise URLError('no host given')
        connection = http_class(host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = dict(req.unredirected_hdrs)
        headers.update((key, value) for key, value in req.headers.items() if key not in headers)
        headers['Connection'] = 'close'
        headers = dict((name.title(), value) for name, value in headers.items())
        if req._tunnel_host:
            through = {}
            if 'Proxy-Authorization' in headers:
                through['Proxy-Authorization'] = headers.pop('Proxy-Authorization')
            connection.set_tunnel(req._tunnel_host, headers=through)
        try:
            connection.request(req.get_method(), req.get_selector(), req.data, headers)
        except socket.error as error:
            connection.close()
            raise URLError(error)
        response = connection.getresponse(buffering=True)
        response.recv = response.read
        result = addinfourl(socket._fileobject(response, close=True), response.msg, req.get_full_url())
        result.code = response.status
        result.msg = response.reason
        return result


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(httplib.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


if hasattr(httplib, 'HTTPSConnection'):
    class HTTPSHandler(AbstractHTTPHandler):
        def https_open(self, req):
            return self.do_open(httplib.HTTPSConnection, req)

        https_request = AbstractHTTPHandler.do_request_


class HTTPCookieProcessor(BaseHandler):
    """Keeps cookies and sends them again."""

    def __init__(self, cookiejar=None):
        if cookiejar is None:
            import cookielib
            cookiejar = cookielib.CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request = http_request
    https_response = http_response


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError('unknown url type: %s' % req.get_type())


class FileHandler(BaseHandler):
    def file_open(self, req):
        url = req.get_selector()
        if url[:2] == '//' and url[2:3] != '/' and req.host and req.host != 'localhost':
            raise URLError('file:// scheme is supported only on localhost')
        return self.open_local_file(req)

    def open_local_file(self, req):
        import email.utils
        import mimetypes
        host, name = req.get_host(), req.get_selector()
        path = url2pathname(name)
        try:
            found = os.stat(path)
            if not host or splitport(host)[0] == 'localhost':
                headers = httplib.HTTPMessage.of([
                    ('Content-type', mimetypes.guess_type(name)[0] or 'text/plain'),
                    ('Content-length', '%d' % found.st_size),
                    ('Last-modified', email.utils.formatdate(found.st_mtime, usegmt=True)),
                ])
                return addinfourl(open(path, 'rb'), headers, 'file://' + (host or '') + name)
        except OSError as error:
            raise URLError(error)
        raise URLError('file not on local host')


class FTPHandler(BaseHandler):
    def ftp_open(self, req):
        """A file of an FTP server, read in whole."""
        import ftplib
        import mimetypes
        if not req.get_host():
            raise URLError('ftp error: no host given')
        user, host = splituser(req.get_host())
        host, port = splitport(host)
        user, password = splitpasswd(user) if user else (None, None)
        parts = []
        try:
            server = ftplib.FTP()
            server.connect(host, int(port or ftplib.FTP_PORT), req.timeout)
            server.login(unquote(user or ''), unquote(password or ''))
            path = unquote(splitattr(req.get_selector())[0]).lstrip('/')
            server.retrbinary('RETR ' + path, parts.append)
            server.quit()
        except ftplib.all_errors as error:
            raise URLError('ftp error: %s' % error), None, sys.exc_info()[2]
        text = ''.join(parts)
        kind = mimetypes.guess_type(req.get_full_url())[0]
        headers = [('Content-type', kind)] if kind else []
        headers.append(('Content-length', str(len(text))))
        return addinfourl(StringIO(text), httplib.HTTPMessage.of(headers), req.get_full_url())


def parse_http_list(s):
    """The elements of a list with commas, of which quoted texts are not taken apart."""
    return [part.strip() for part in re.findall(r'(?:"(?:\\.|[^"\\])*"|[^,"])+', s)]


def parse_keqv_list(l):
    """name=value texts as a dict, without quotes."""
    parsed = {}
    for element in l:
        name, value = element.split('=', 1)
        if value[0] == '"' and value[-1] == '"':
            value = value[1:-1]
        parsed[name] = value
    return parsed
