"""How openers of `urllib2` open files on FTP servers."""

import socket
import sys
import time

import _urlftp
from urllib import quote
from _urlrequest import addinfourl, BaseHandler, URLError


class FTPHandler(BaseHandler):
    """Opens files on FTP servers."""

    __module__ = 'urllib2'

    def ftp_open(self, req):
        import ftplib
        if not req.get_host():
            raise URLError('ftp error: ' + 'no host given')
        try:
            # The host has its characters already, with the user before it.
            place = '//' + quote(req.get_host(), '@:') + req.get_selector()
            user, password, host, port, steps, name, mode = _urlftp._place(place)
            server = self.connect_ftp(user, password, host, port, steps, req.timeout)
            stream, size = server.retrfile(name, mode)
        except socket.error as problem:
            raise URLError(problem)
        except ftplib.all_errors as problem:
            raise URLError, 'ftp error: %s' % problem, sys.exc_info()[2]
        headers = _urlftp.headers_of(req.get_full_url(), size)
        return addinfourl(stream, headers, req.get_full_url())

    def connect_ftp(self, user, passwd, host, port, dirs, timeout):
        return _urlftp.ftpwrapper(user, passwd, host, port, dirs, timeout, False)


class CacheFTPHandler(FTPHandler):
    """Keeps connections for a while; only so many."""

    __module__ = 'urllib2'

    def __init__(self):
        self.cache, self.timeout = {}, {}
        self.soonest, self.delay, self.max_conns = 0, 60, 16

    setTimeout, setMaxConns = [(lambda name: lambda self, value: setattr(self, name, value))(name)
                               for name in ('delay', 'max_conns')]

    def connect_ftp(self, user, passwd, host, port, dirs, timeout):
        key = (user, host, port) + tuple(dirs) + (timeout,)
        connection = self.cache.get(key) or _urlftp.ftpwrapper(user, passwd, host, port, dirs, timeout)
        self.cache[key], self.timeout[key] = connection, self.delay + time.time()
        self.check_cache()
        return connection

    def check_cache(self):
        """Drops what has not been used, and the oldest when there are too many."""
        now = time.time()
        old = [key for key in self.timeout if self.timeout[key] < now]
        if len(self.timeout) - len(old) >= self.max_conns:
            old.append(min(self.timeout, key=self.timeout.get))
        for key in set(old):
            del self.timeout[key]
            self.cache.pop(key).close()
        self.soonest = min(self.timeout.values() or [0])

    def clear_cache(self):
        for connection in self.cache.values():
            connection.close()
        self.cache, self.timeout = {}, {}
