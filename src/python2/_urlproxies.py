"""Where requests of `urllib` go: which proxies the environment asks for, and what servers and proxies are told."""

import os
import re

from _urltext import splithost, splitport, splittype, splituser
from urlparse import unquote


def getproxies_environment():
    """Proxies by the type of URL, from variables like http_proxy; those in lower case come first."""
    proxies = {}
    for is_exact in False, True:
        if is_exact and 'REQUEST_METHOD' in os.environ:
            # A CGI script's HTTP_PROXY comes from the client's headers.
            proxies['http'] = ''
        for variable in os.environ:
            kind, ending, rest = (variable if is_exact else variable.lower()).rpartition('_proxy')
            value = os.environ[variable]
            if ending and not rest and (value or is_exact):
                proxies[kind.lower()] = value
    return dict(pair for pair in proxies.items() if pair[1])


def proxy_bypass_environment(host, proxies=None):
    """Whether no_proxy says that this host is to be asked directly."""
    found = getproxies_environment() if proxies is None else proxies
    listed = found.get('no', '').strip()
    if listed == '*':
        return 1
    names = (re.escape(name.strip().lstrip('.')) for name in listed.split(',') if name.strip())
    forms = [re.compile(r'(.+\.)?%s$' % name, re.IGNORECASE).match for name in names]
    return int(any(match(splitport(host)[0]) or match(host) for match in forms))


def _basic(credentials):
    """The value of a header with these credentials."""
    return 'Basic ' + unquote(credentials).encode('base64').replace('\n', '') if credentials else None


class Place:
    """Where a request goes: `url` is what follows the type, or a pair of the proxy's host and the whole URL."""

    def __init__(self, url):
        self.proxy_user = self.user = None
        if not isinstance(url, str):
            self._behind_proxy(*url)
            return
        self.rest = url
        host, self.selector = splithost(url)
        if host:
            self.user, host = splituser(host)
            host = unquote(host)
        self.host = self.asked = host

    def _behind_proxy(self, host, whole):
        self.proxy_user, self.host = splituser(host)
        self.selector, self.asked = whole, None
        kind, self.rest = splittype(whole)
        if kind != 'http':
            return
        server, path = splithost(self.rest)
        if server:
            self.user, server = splituser(server)
        if self.user:
            self.selector = '%s://%s%s' % (kind, server, path)
        self.asked = server
        if proxy_bypass_environment(server):
            self.host = server

    def headers(self):
        """Names and values, those that apply."""
        named = [('Proxy-Authorization', _basic(self.proxy_user)), ('Authorization', _basic(self.user)),
                 ('Host', self.asked)]
        return [pair for pair in named if pair[1]]
