"""Who asks, for `urllib2`: passwords by realm and place, and answers to servers that want to know."""

import base64 as _base64
import os
import posixpath
import re
import time
import warnings

import urllib as _urllib
import urlparse as _urlparse
from types import ClassType as _ClassType

from _urlrequest import BaseHandler as _BaseHandler, HTTPError as _HTTPError, Request as _Request, URLError as _URLError

_STANDARD_PORTS = {'http': '80', 'https': '443'}


class HTTPPasswordMgr:
    """Passwords by realm, and by the places below which they hold."""

    __module__ = 'urllib2'

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        """For a realm at one place or several."""
        places = [uri] if isinstance(uri, basestring) else uri
        known = self.passwd.setdefault(realm, {})
        for with_port in 1, 0:
            known[tuple(self.reduce_uri(place, bool(with_port)) for place in places)] = user, passwd

    def find_user_password(self, realm, authuri):
        """User and password, or twice None."""
        known = self.passwd.get(realm, {})
        for with_port in 1, 0:
            asked = self.reduce_uri(authuri, bool(with_port))
            for places in known:
                if any(self.is_suburi(place, asked) for place in places):
                    return known[places]
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """A place as host:port and path."""
        scheme, server, path = _urlparse.urlsplit(uri)[:3]
        if not server:
            return uri, '/'
        standard = _STANDARD_PORTS.get(scheme) if default_port and _urllib.splitport(server)[1] is None else None
        return ':'.join(filter(None, [server, standard])), path or '/'

    def is_suburi(self, base, test):
        """Whether the second place is below the first."""
        same_server = base[0] == test[0]
        return base == test or same_server and posixpath.commonprefix([base[1], test[1]]) == base[1]


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """What is given for the realm None holds for all."""

    __module__ = 'urllib2'

    def find_user_password(self, realm, authuri):
        for place in realm, None:
            found = HTTPPasswordMgr.find_user_password(self, place, authuri)
            if found[0] is not None:
                return found
        return found


class AbstractBasicAuthHandler:
    """Sends user and password as they are."""

    __module__ = 'urllib2'
    rx = re.compile(r'''(?i)(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=(["']?)([^"']*)\2''')

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        """Asks again if the header is about this kind of answer."""
        challenge = headers.get(authreq, None)
        found = self.rx.search(challenge) if challenge else None
        if found is None:
            return None
        kind, sign, realm = found.groups()
        if not sign:
            warnings.warn('Basic Auth Realm was unquoted', UserWarning, stacklevel=2)
        return self.retry_http_basic_auth(host, req, realm) if kind.lower() == 'basic' else None

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        value = 'Basic ' + _base64.b64encode('%s:%s' % (user, password))
        return _ask_again(self, req, value, req.get_header(self.auth_header, None))


def _ask_again(handler, request, value, sent):
    """Sends the request with this answer, unless it is what was refused."""
    if value == sent:
        return None
    request.add_unredirected_header(handler.auth_header, value)
    return handler.parent.open(request, timeout=request.timeout)


def randombytes(n):
    return os.urandom(n)


class AbstractDigestAuthHandler:
    """Sends what can be computed from the password only."""

    __module__ = 'urllib2'

    def __init__(self, passwd=None):
        self.passwd = HTTPPasswordMgr() if passwd is None else passwd
        self.add_password = self.passwd.add_password
        self.retried, self.nonce_count, self.last_nonce = 0, 0, None

    def reset_retry_count(self):
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        """Asks again if the header is about this kind of answer; not for ever."""
        challenge = headers.get(auth_header, None)
        self.retried, tries = self.retried + 1, self.retried
        if tries > 5:
            raise _HTTPError(req.get_full_url(), 401, 'digest auth failed', headers, None)
        if challenge and challenge.split()[0].lower() == 'digest':
            return self.retry_http_digest_auth(req, challenge)

    def retry_http_digest_auth(self, req, auth):
        said = parse_keqv_list(parse_http_list(auth.partition(' ')[2]))
        answer = self.get_authorization(req, said)
        return answer and _ask_again(self, req, 'Digest ' + answer, req.headers.get(self.auth_header, None))

    def get_cnonce(self, nonce):
        """A text that is used once."""
        from hashlib import sha1
        seed = ':'.join([str(self.nonce_count), nonce, time.ctime(), randombytes(8)])
        return sha1(seed).hexdigest()[:16]

    def get_algorithm_impls(self, algorithm):
        """The function of one text, and that of a secret and a text."""
        import hashlib
        kind = {'MD5': hashlib.md5, 'SHA': hashlib.sha1}.get(algorithm.upper())
        if kind is None:
            raise ValueError('Unsupported digest authentication algorithm %r' % algorithm)
        hashed = lambda text: kind(text).hexdigest()
        return hashed, lambda secret, text: hashed(secret + ':' + text)

    def get_entity_digest(self, data, chal):
        """The body is not part of what is computed."""

    def get_authorization(self, req, chal):
        """The value of the header; None when it cannot be computed."""
        if not ('realm' in chal and 'nonce' in chal):
            return None
        realm, nonce, quality = chal['realm'], chal['nonce'], chal.get('qop')
        hashed, keyed = self.get_algorithm_impls(chal.get('algorithm', 'MD5'))
        user, password = self.passwd.find_user_password(realm, req.get_full_url())
        if user is None:
            return None
        secret = hashed('%s:%s:%s' % (user, realm, password))
        request = hashed('%s:%s' % (req.get_method(), req.get_selector()))
        counted = []
        if quality == 'auth':
            self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
            self.last_nonce = nonce
            counted = ['%08x' % self.nonce_count, self.get_cnonce(nonce)]
            answer = keyed(secret, ':'.join([nonce] + counted + [quality, request]))
        elif quality is None:
            answer = keyed(secret, nonce + ':' + request)
        else:
            raise _URLError("qop '%s' is not supported." % quality)
        fields = [('username', user), ('realm', realm), ('nonce', nonce), ('uri', req.get_selector()), ('response', answer)]
        fields += [('opaque', chal['opaque'])] if chal.get('opaque') else []
        fields += [('digest', digest) for digest in [self.get_entity_digest(req.get_data(), chal)] if digest]
        text = ', '.join('%s="%s"' % field for field in fields + [('algorithm', chal.get('algorithm', 'MD5'))])
        return text + (', qop=auth, nc=%s, cnonce="%s"' % tuple(counted) if counted else '')


# ---------------------------------------------------------------- handlers


def _auth_handler(base, name, number, header, wanted, place, **members):
    """A class that answers when a server or a proxy asks who it is."""
    def answer(self, req, fp, code, msg, headers):
        found = self.http_error_auth_reqed(wanted, place(req), req, headers)
        if hasattr(self, 'reset_retry_count'):
            self.reset_retry_count()
        return found
    answer.__name__ = 'http_error_%d' % number
    members.update({answer.__name__: answer, 'auth_header': header, '__module__': 'urllib2'})
    bases = (_BaseHandler, base) if base is AbstractDigestAuthHandler else (base, _BaseHandler)
    return _ClassType(name, bases, members)


_host_in_url = lambda request: _urlparse.urlparse(request.get_full_url())[1]
HTTPBasicAuthHandler = _auth_handler(AbstractBasicAuthHandler, 'HTTPBasicAuthHandler', 401, 'Authorization',
                                     'www-authenticate', _Request.get_full_url)
ProxyBasicAuthHandler = _auth_handler(AbstractBasicAuthHandler, 'ProxyBasicAuthHandler', 407, 'Proxy-authorization',
                                      'proxy-authenticate', _Request.get_host)
HTTPDigestAuthHandler = _auth_handler(AbstractDigestAuthHandler, 'HTTPDigestAuthHandler', 401, 'Authorization',
                                      'www-authenticate', _host_in_url, handler_order=490)
ProxyDigestAuthHandler = _auth_handler(AbstractDigestAuthHandler, 'ProxyDigestAuthHandler', 407, 'Proxy-Authorization',
                                       'proxy-authenticate', _Request.get_host, handler_order=490)


# ---------------------------------------------------------------- lists in headers


def parse_keqv_list(l):
    """A dictionary from texts name=value; the values may be quoted."""
    pairs = [text.split('=', 1) for text in l]
    return dict((name, value[1:-1] if value[:1] == value[-1:] == '"' else value) for name, value in pairs)


def parse_http_list(s):
    """What stands between the commas; those between quotes do not count."""
    item = re.compile(r'((?:"(?:\\.|[^"\\])*(?:"|\Z)|[^",])*)(,|\Z)', re.DOTALL)
    unescaped = lambda quoted: re.sub(r'(?s)\\(.)', r'\1', quoted.group())
    return [re.sub(r'"(?:\\.|[^"\\])*', unescaped, text).strip() for text, comma in item.findall(s) if text or comma]
