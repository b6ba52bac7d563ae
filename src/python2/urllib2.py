"""Opening URLs by openers, which are put together from handlers."""

import bisect
import httplib
import mimetools
import os
import socket
import sys
import types
import urlparse
from cStringIO import StringIO
from urllib import (unwrap, unquote, splittype, splithost, quote, addinfourl, splitport, splittag, toBytes, splitattr,
                    ftpwrapper, splituser, splitpasswd, splitvalue, localhost, url2pathname, getproxies, proxy_bypass)

from _urlauth import *
from _urlauth import _base64
from _urlftphandlers import CacheFTPHandler, FTPHandler
from _urlrequest import BaseHandler, HTTPError, Request, request_host, URLError

__version__ = '.'.join(map(str, sys.version_info[:2]))

#: The opener that `urlopen` uses, once it has been asked for.
_opener = None


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, cafile=None, capath=None, cadefault=False,
            context=None):
    """The file behind a URL or a `Request`, with `info`, `geturl` and `getcode` besides."""
    if any([cafile, capath, cadefault]):
        raise ValueError('SSL support not available')
    opener = build_opener(HTTPSHandler(context=context)) if context else _opener or build_opener()
    if not context:
        install_opener(opener)
    return opener.open(url, data, timeout)


def install_opener(opener):
    """Has `urlopen` use this one."""
    globals()['_opener'] = opener


# ---------------------------------------------------------------- openers

#: Methods of handlers whose names look like those that are called by their names.
_NOT_STEPS = frozenset(['redirect_request', 'do_open', 'proxy_open'])


class OpenerDirector:
    """Asks its handlers one after the other.

    They are known by their methods: `http_request` prepares, `http_open` opens, `http_response` goes on with what came,
    `http_error_404` deals with an error, and so for every type.
    """

    def __init__(self):
        self.client_version = 'Python-urllib/' + __version__
        self.addheaders = [('User-agent', self.client_version)]
        self.handlers, self.handle_open, self.handle_error = [], {}, {}
        self.process_request, self.process_response = {}, {}

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError('expected BaseHandler instance, got %r' % (type(handler),))
        lists = [self._steps(name) for name in dir(handler) if name not in _NOT_STEPS]
        lists = [steps for steps in lists if steps is not None]
        if not lists:
            return
        for place in lists + [self.handlers]:
            bisect.insort(place, handler)
        handler.add_parent(self)

    def _steps(self, name):
        """The list of the handlers that have a method of this name; None when it is none that is called."""
        kind, _, step = name.partition('_')
        table = {'open': self.handle_open, 'request': self.process_request, 'response': self.process_response}.get(step)
        if table is None and step.startswith('error'):
            number = step.partition('_')[2] if '_' in step else name
            table, kind = self.handle_error.setdefault(kind, {}), int(number) if number.isdigit() else number
        return None if table is None else table.setdefault(kind, [])

    def close(self):
        """Nothing is open."""

    def _call_chain(self, chain, kind, meth_name, *args):
        """What the first of the handlers gives that gives something."""
        answers = (getattr(handler, meth_name)(*args) for handler in chain.get(kind, ()))
        for answer in answers:
            if answer is not None:
                return answer

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """The file behind a URL or a request."""
        request = Request(fullurl, data) if isinstance(fullurl, basestring) else fullurl
        if request is fullurl and data is not None:
            request.add_data(data)
        request.timeout = timeout
        kind = request.get_type()
        for handler in self.process_request.get(kind, []):
            request = getattr(handler, kind + '_request')(request)
        answer = self._open(request, data)
        for handler in self.process_response.get(kind, []):
            answer = getattr(handler, kind + '_response')(request, answer)
        return answer

    def _open(self, req, data=None):
        for kind in 'default', req.get_type(), 'unknown':
            found = self._call_chain(self.handle_open, kind, kind + '_open', req)
            if found:
                return found
        return found

    def error(self, proto, *args):
        """What the handlers for an error make of it."""
        if proto not in ('http', 'https'):
            return self._call_chain(self.handle_error, proto, proto + '_error', *args) or None
        table = self.handle_error['http']
        return (self._call_chain(table, args[2], 'http_error_%s' % args[2], *args)
                or self._call_chain(table, 'default', 'http_error_default', *args))


def build_opener(*handlers):
    """An opener of these handlers, classes or instances, and of the usual ones that are not among their bases."""
    usual = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FTPHandler,
             FileHandler, HTTPErrorProcessor, HTTPSHandler]
    is_class = lambda thing: isinstance(thing, (types.ClassType, type))
    replaced = set(cls for cls in usual for given in handlers
                   if (issubclass(given, cls) if is_class(given) else isinstance(given, cls)))
    made = OpenerDirector()
    for handler in [cls for cls in usual if cls not in replaced] + list(handlers):
        made.add_handler(handler() if is_class(handler) else handler)
    return made


# ---------------------------------------------------------------- handlers


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError('unknown url type: ' + req.get_type())


class HTTPErrorProcessor(BaseHandler):
    """Whatever is not 2xx is an error."""

    handler_order = 1000

    def http_response(self, request, response):
        answer = response, response.code, response.msg, response.info()
        return response if answer[1] // 100 == 2 else self.parent.error('http', request, *answer)

    https_response = vars()['http_response']


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(*(req.get_full_url(), code, msg, hdrs, fp))


class HTTPRedirectHandler(BaseHandler):
    """Goes where the server says; not for ever."""

    max_repeats, max_redirections = 4, 10
    inf_msg = ('The HTTP server returned a redirect error that would lead to an infinite loop.\n'
               'The last 30x error message was:\n')

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """The request for the other place; its content stays behind."""
        method = req.get_method()
        if method not in ('GET', 'HEAD') and (method != 'POST' or code == 307) or code not in (301, 302, 303, 307):
            raise HTTPError(req.get_full_url(), *(code, msg, headers, fp))
        kept = dict(pair for pair in req.headers.items() if not pair[0].lower().startswith(('content-length', 'content-type')))
        return Request(newurl.replace(' ', '%20'), None, kept, req.get_origin_req_host(), True)

    def http_error_302(self, req, fp, code, msg, headers):
        target = self._target(req, headers)
        if target is None:
            return None
        if not target.lower().startswith(('http://', 'https://', 'ftp://')):
            reason = "%s - Redirection to url '%s' is not allowed" % (msg, target)
            raise HTTPError(target, code, reason, headers, fp)
        again = self.redirect_request(req, fp, code, msg, headers, target)
        if again is None:
            return None
        seen = vars(req).setdefault('redirect_dict', {})
        if seen.get(target, 0) >= self.max_repeats or len(seen) >= self.max_redirections:
            raise HTTPError(req.get_full_url(), code, self.inf_msg + msg, headers, fp)
        seen[target] = seen.get(target, 0) + 1
        again.redirect_dict = seen
        # What is left unread would keep the connection.
        fp.read()
        fp.close()
        return self.parent.open(again, timeout=req.timeout)

    def _target(self, req, headers):
        """Where to go, as a whole URL."""
        named = headers.getheaders('location') or headers.getheaders('uri')
        if not named:
            return None
        parts = urlparse.urlparse(named[0])
        if parts.netloc and not parts.path:
            parts = parts._replace(path='/')
        return urlparse.urljoin(req.get_full_url(), urlparse.urlunparse(parts))

    http_error_301 = http_error_302
    http_error_303 = http_error_302
    http_error_307 = http_error_302


def _parse_proxy(proxy):
    """Type, user, password and host:port of a proxy, which may be given without its type."""
    kind, rest = splittype(proxy)
    if not rest.startswith('/'):
        kind, place = None, proxy
    elif rest.startswith('//'):
        place = rest[2:].partition('/')[0]
    else:
        raise ValueError('proxy URL with no authority: %r' % (proxy,))
    who, server = splituser(place)
    return (kind,) + (splitpasswd(who) if who else (None, None)) + (server,)


class ProxyHandler(BaseHandler):
    """Sends requests to the proxies for their types."""

    # Before the handlers that open.
    handler_order = BaseHandler.handler_order // 5

    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies
        assert hasattr(self.proxies, 'has_key'), 'proxies must be a mapping'
        for kind in self.proxies:
            setattr(self, kind + '_open', self._opener(kind, self.proxies[kind]))

    def _opener(self, kind, proxy):
        return lambda request: self.proxy_open(request, proxy, kind)

    def proxy_open(self, req, proxy, type):
        asked = req.get_type()
        kind, user, password, server = _parse_proxy(proxy)
        direct = req.get_host()
        if direct and proxy_bypass(direct):
            return None
        if password and user:
            credentials = ':'.join(map(unquote, (user, password)))
            req.add_header('Proxy-authorization', 'Basic ' + _base64.b64encode(credentials))
        req.set_proxy(unquote(server), kind or asked)
        if asked in (kind or asked, 'https'):
            # The handler for this type goes on.
            return None
        return self.parent.open(req, None, req.timeout)


class AbstractHTTPHandler(BaseHandler):
    """Asks servers."""

    def __init__(self, debuglevel=0):
        self.set_http_debuglevel(debuglevel)

    def set_http_debuglevel(self, level):
        setattr(self, '_debuglevel', level)

    def do_request_(self, request):
        """Adds the headers that there have to be."""
        host = _host_of(request)
        needed = []
        if request.has_data():
            needed = [('Content-type', 'application/x-www-form-urlencoded'),
                      ('Content-length', str(len(request.get_data())))]
        if request.has_proxy():
            host = splithost(splittype(request.get_selector())[1])[0]
        for header in needed + [('Host', host)] + self.parent.addheaders:
            if not request.has_header(header[0].capitalize()):
                request.add_unredirected_header(*header)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """Sends the request over a new connection; what came back."""
        server = http_class(_host_of(req), timeout=req.timeout, **http_conn_args)
        server.set_debuglevel(self._debuglevel)
        headers = dict(req.headers, **req.unredirected_hdrs)
        headers = dict((name.title(), headers[name]) for name in headers)
        # One request, one connection.
        headers['Connection'] = 'close'
        for target in [req._tunnel_host] if req._tunnel_host else []:
            to_proxy = [name for name in ('Proxy-Authorization',) if name in headers]
            server.set_tunnel(target, headers=dict((name, headers.pop(name)) for name in to_proxy))
        try:
            server.request(req.get_method(), req.get_selector(), req.data, headers)
        except socket.error as problem:
            server.close()
            raise URLError(problem)
        return _opened(server.getresponse(True) if 'buffering' in _names(server.getresponse) else server.getresponse(), req)


def _host_of(request):
    host = request.get_host()
    if host:
        return host
    raise URLError('no host given')


def _names(function):
    """The parameters of a function, if it tells."""
    code = getattr(function, 'func_code', None)
    return code.co_varnames if code else ()


def _opened(answer, request):
    """A response as a file."""
    answer.recv = answer.read
    page = addinfourl(socket._fileobject(answer, close=True), answer.msg, request.get_full_url(), answer.status)
    page.msg = answer.reason
    return page


_prepare = AbstractHTTPHandler.do_request_


class HTTPHandler(AbstractHTTPHandler):
    http_request = _prepare

    def http_open(self, req):
        return self.do_open(http_class=httplib.HTTPConnection, req=req)


class HTTPSHandler(AbstractHTTPHandler):
    https_request = _prepare

    def __init__(self, debuglevel=0, context=None):
        AbstractHTTPHandler.__init__(self, debuglevel)
        self._settings = {'context': context}

    def https_open(self, req):
        return self.do_open(httplib.HTTPSConnection, req, **self._settings)


class HTTPCookieProcessor(BaseHandler):
    """Keeps the cookies that servers send, and sends them back."""

    def __init__(self, cookiejar=None):
        import cookielib
        self.cookiejar = cookielib.CookieJar() if cookiejar is None else cookiejar

    def http_request(self, request):
        jar = self.cookiejar
        jar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        jar = self.cookiejar
        jar.extract_cookies(response, request)
        return response

    https_request, https_response = http_request, http_response


class FileHandler(BaseHandler):
    """Opens files of this machine."""

    names = None

    def file_open(self, req):
        path, host = req.get_selector(), req.get_host()
        is_far = path.startswith('//') and not path.startswith('///') and host and host != 'localhost'
        if not is_far:
            return self.open_local_file(req)
        setattr(req, 'type', 'ftp')
        return self.parent.open(req)

    def get_names(self):
        """The addresses of this machine."""
        cls = FileHandler
        if cls.names is None:
            own = [socket.gethostbyname_ex(name)[2] for name in ('localhost', socket.gethostname())]
            cls.names = tuple(sum(own, []))
        return cls.names

    def open_local_file(self, req):
        import mimetypes
        from rfc822 import formatdate
        host, path = req.get_host(), req.get_selector()
        local = url2pathname(path)
        try:
            about = os.stat(local)
            name, port = splitport(host) if host else (None, None)
            if name and (port or socket.gethostbyname(name) not in self.get_names()):
                raise URLError('file not on local host')
            stream = open(local, 'rb')
        except (OSError, socket.error) as problem:
            raise URLError(problem)
        lines = [('Content-type', mimetypes.guess_type(path)[0] or 'text/plain'), ('Content-length', about.st_size),
                 ('Last-modified', formatdate(about.st_mtime))]
        text = ''.join('%s: %s\n' % line for line in lines)
        return addinfourl(stream, mimetools.Message(StringIO(text)), 'file://' + (host or '') + path)
