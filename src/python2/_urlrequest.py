"""What openers of `urllib2` work with: requests, errors, and what all handlers have."""

import urlparse
from urllib import addinfourl, splithost, splitport, splittag, splittype, unquote, unwrap

# ---------------------------------------------------------------- errors


class URLError(IOError):
    """What is behind a URL could not be had; `reason` is a text or an exception."""

    __module__ = 'urllib2'

    def __init__(self, reason):
        self.args, self.reason = (reason,), reason

    def __str__(self):
        return '<urlopen error ' + str(self.reason) + '>'


class HTTPError(URLError, addinfourl):
    """The server has refused; what it has sent can be read."""

    __module__ = 'urllib2'

    def __init__(self, url, code, msg, hdrs, fp):
        self.filename, self.code, self.msg = url, code, msg
        self.hdrs, self.fp = hdrs, fp
        if fp is not None:
            addinfourl.__init__(self, fp, hdrs, url, code=code)

    def __str__(self):
        return 'HTTP Error ' + '%s: %s' % (self.code, self.msg)

    info = lambda self: self.hdrs
    reason = property(lambda self: self.msg)


# ---------------------------------------------------------------- requests


def request_host(request):
    """The host that a request is for, without the port, in lower case."""
    named = urlparse.urlparse(request.get_full_url())[1] or request.get_header('Host', '')
    return splitport(named)[0].lower() if ':' in named else named.lower()


class Request:
    """A URL with what is to be sent there."""

    __module__ = 'urllib2'

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False):
        self.__whole, self.__tag = splittag(unwrap(url))
        self.__after_type = self.__selector = None
        self.type = self.host = self.port = self._tunnel_host = None
        self.data, self.unverifiable = data, unverifiable
        self.headers, self.unredirected_hdrs = {}, {}
        for name in headers:
            self.add_header(name, headers[name])
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host

    # ------------------------------------------------------------ the URL

    def get_full_url(self):
        return self.__whole + ('#' + self.__tag if self.__tag else '')

    def get_type(self):
        known = self.type
        if not known:
            known, self.__after_type = splittype(self.__whole)
        if known is None:
            raise ValueError('unknown url type: ' + self.__whole)
        self.type = known
        return known

    def _split(self):
        """Takes the host from what follows the type, once."""
        if self.__selector is None:
            if self.get_type() and self.__after_type is None:
                self.__after_type = splittype(self.__whole)[1]
            host, self.__selector = splithost(self.__after_type)
            self.host = self.host or host and unquote(host)

    def get_host(self):
        if not self.host:
            self._split()
        return self.host

    def get_selector(self):
        """What the server is asked for."""
        self._split()
        return self.__selector

    def set_proxy(self, host, type):
        """Sends it to a proxy: as it is, or through a tunnel."""
        self._split()
        host, self.host = self.host, host
        if self._tunnel_host or self.type != 'https':
            self.type, self.__selector = type, self.__whole
        else:
            self._tunnel_host = host

    def has_proxy(self):
        return self.__whole == self.__selector

    # ------------------------------------------------------------ the content

    def get_method(self):
        return ('GET', 'POST')[self.has_data()]

    def has_data(self):
        return None is not self.data

    def add_data(self, data):
        setattr(self, 'data', data)

    def add_header(self, key, val):
        self.headers.update({key.capitalize(): val})

    def add_unredirected_header(self, key, val):
        """A header for this request, not for one that a redirection leads to."""
        self.unredirected_hdrs.update({key.capitalize(): val})

    def _merged(self):
        return dict(self.unredirected_hdrs, **self.headers)

    def has_header(self, header_name):
        return header_name in self._merged()

    def get_header(self, header_name, default=None):
        return self._merged().get(header_name, default)

    def header_items(self):
        return self._merged().items()

    get_data, is_unverifiable, get_origin_req_host = [
        (lambda name: lambda self: getattr(self, name))(name) for name in ('data', 'unverifiable', 'origin_req_host')]


# ---------------------------------------------------------------- handlers


class BaseHandler:
    """A handler; those with a low `handler_order` come first."""

    __module__ = 'urllib2'
    handler_order = 500

    def add_parent(self, parent):
        setattr(self, 'parent', parent)

    def close(self):
        """There is nothing to end."""

    def __lt__(self, other):
        # Those that know no order come last.
        return not hasattr(other, 'handler_order') or other.handler_order > self.handler_order
