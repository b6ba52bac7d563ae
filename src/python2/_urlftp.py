"""Files on FTP servers, for `urllib` and `urllib2`."""

import socket
import sys

import urllib as _urllib


def _place(url):
    """Where a file is: user, password, address, port, directories, name, and how it is transferred."""
    host, path = _urllib.splithost(url)
    if not host:
        raise IOError('ftp error', 'no host given')
    server, port = _urllib.splitport(host)
    who, server = _urllib.splituser(server)
    user, password = _urllib.splitpasswd(who or '')
    path, attributes = _urllib.splitattr(path)
    steps = _urllib.unquote(path).split('/')
    name = steps.pop()
    given = [_urllib.unquote(text or '') for text in (user, password)]
    address = socket.gethostbyname(_urllib.unquote(server))
    return given + [address, int(port or 21), steps[1:] if steps[:1] == [''] else steps, name, _mode(attributes, name)]


def _mode(attributes, name):
    """I for binary, A for text, D for a directory's list: as the URL says, or else by whether there is a name."""
    said = [value.upper() for key, value in map(_urllib.splitvalue, attributes) if key.lower() == 'type']
    return ([mode for mode in said if mode in ('A', 'I', 'D')] or ['I' if name else 'D'])[-1]


def opened(url, kept):
    """The file at what follows `ftp:`; `kept` has the connections that are there already."""
    import ftplib
    _urllib._refuse_proxy('ftp', url)
    user, password, host, port, steps, name, mode = _place(url)
    key = user, host, port, '/'.join(steps)
    while len(kept) > _urllib.MAXFTPCACHE:
        kept.popitem()[1].close()
    try:
        if key not in kept:
            kept[key] = ftpwrapper(user, password, host, port, steps)
        body, size = kept[key].retrfile(name, mode)
    except ftplib.all_errors as problem:
        raise IOError, ('ftp error', problem), sys.exc_info()[2]
    return _urllib.addinfourl(body, headers_of('ftp:' + url, size), 'ftp:' + url)


def headers_of(url, size):
    """What is known about a file."""
    import mimetypes
    lines = [('Content-Type: %s\n', mimetypes.guess_type(url)[0]), ('Content-Length: %d\n', size)]
    return _urllib._headers(''.join(form % value for form, value in lines if value is not None))


class ftpwrapper:
    """A connection to an FTP server that is used again."""

    def __init__(self, user, passwd, host, port, dirs, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, persistent=True):
        is_limited = timeout is not socket._GLOBAL_DEFAULT_TIMEOUT
        self._account, self._server = (user, passwd), (host, port) + ((timeout,) if is_limited else ())
        self.dirs, self.keepalive = dirs, persistent
        self._users, self.busy = 0, 0
        self.init()

    def init(self):
        """Connects and goes to the directory."""
        from ftplib import FTP
        self.ftp, self.busy = FTP(), 0
        for step, given in (self.ftp.connect, self._server), (self.ftp.login, self._account):
            step(*given)
        self.ftp.cwd('/'.join(self.dirs))

    def retrfile(self, file, type):
        """A file's content, and how long it is, if that is known."""
        is_list = type.upper() == 'D' or not file
        self.endtransfer()
        self._switch('A' if is_list else type)
        transfer = None if is_list else self._begin('RETR ' + file)
        if transfer is None:
            # Asked for, or a directory after all.
            self._switch('A')
            transfer = self.ftp.ntransfercmd(' '.join(['LIST', file]).rstrip())
        connection, size = transfer
        self.busy, self._users = 1, self._users + 1
        content = _urllib.addclosehook(connection.makefile('rb'), self.file_close)
        connection.close()
        return content, size

    def _switch(self, type):
        from ftplib import all_errors
        try:
            self.ftp.voidcmd('TYPE ' + type)
        except all_errors:
            # The server has hung up meanwhile.
            self.init()
            self.ftp.voidcmd('TYPE ' + type)

    def _begin(self, command):
        from ftplib import error_perm
        try:
            return self.ftp.ntransfercmd(command)
        except error_perm as refusal:
            if not str(refusal).startswith('550'):
                raise IOError, ('ftp error', refusal), sys.exc_info()[2]

    def endtransfer(self):
        """Takes the server's word that a transfer is over."""
        busy, self.busy = self.busy, 0
        if busy:
            self._quietly(self.ftp.voidresp)

    def file_close(self):
        self.endtransfer()
        self._users -= 1
        self._close_unused()

    def close(self):
        """Closes the connection as soon as nobody reads from it."""
        self.keepalive = False
        self._close_unused()

    def _close_unused(self):
        if self._users <= 0 and not self.keepalive:
            self.real_close()

    def real_close(self):
        self.endtransfer()
        self._quietly(self.ftp.close)

    def _quietly(self, action):
        try:
            action()
        except _urllib.ftperrors():
            pass
