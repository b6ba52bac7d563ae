"""Cookies for clients: the library's jar, for the requests and responses of `urllib2`."""

import re as _re
import urllib as _urllib
from cStringIO import StringIO as _StringIO

from _library3 import library as _library

_modern = _library('http.cookiejar')

__all__ = ['Cookie', 'CookieJar', 'CookiePolicy', 'DefaultCookiePolicy', 'FileCookieJar', 'LWPCookieJar', 'LoadError',
           'MozillaCookieJar']


class _Headers:
    """The headers of a response under the method that the library asks them by."""

    def __init__(self, headers):
        self._headers = headers

    def get_all(self, name, default=None):
        return self._headers.getheaders(name) or default


class _Response:
    """A response with such headers."""

    def __init__(self, response):
        self._headers = _Headers(response.info())

    def info(self):
        return self._headers


def _known(request):
    """The request, with what it says about itself as attributes."""
    for attribute, method in ('type', 'get_type'), ('host', 'get_host'), ('unverifiable', 'is_unverifiable'):
        if hasattr(request, method):
            setattr(request, attribute, getattr(request, method)())
    return request


def _class(name):
    """A class of the library's under its name here."""
    cls = getattr(_modern, name)
    cls.__module__ = __name__
    globals()[name] = cls
    return cls


for _name in __all__:
    _class(_name)
for _name in dir(_modern):
    if callable(getattr(_modern, _name)) and _name not in globals() and getattr(
            getattr(_modern, _name), '__module__', None) == _modern.__name__:
        globals()[_name] = getattr(_modern, _name)
del _name


def escape_path(path):
    """The path with all characters escaped that have to be, in the form that servers compare."""
    quoted = _urllib.quote(path, _modern.HTTP_PATH_SAFE)
    return _re.sub('%[0-9a-fA-F]{2}', lambda found: found.group().upper(), quoted)


_modern.escape_path = escape_path
_make_cookies = CookieJar.make_cookies
_add_cookie_header = CookieJar.add_cookie_header
_extract_cookies = CookieJar.extract_cookies


def _adapt():
    def make_cookies(self, response, request):
        wrapped = response if isinstance(response, _Response) else _Response(response)
        return _make_cookies(self, wrapped, _known(request))

    def extract_cookies(self, response, request):
        return _extract_cookies(self, response, _known(request))

    def add_cookie_header(self, request):
        return _add_cookie_header(self, _known(request))
    for method in make_cookies, extract_cookies, add_cookie_header:
        setattr(CookieJar, method.__name__, method)
    for cls in LWPCookieJar, MozillaCookieJar:
        cls._really_load = _reading_str(cls._really_load)


def _reading_str(load):
    """A method that reads a file which the library has opened: its texts are str here."""
    def really_load(self, f, *args):
        text = f.read()
        return load(self, _StringIO(text.encode('utf-8') if isinstance(text, unicode) else text), *args)
    return really_load


_adapt()
