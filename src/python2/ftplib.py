"""Files of a server by FTP.

Spec: https://docs.python.org/2.7/library/ftplib.html, https://www.rfc-editor.org/rfc/rfc959
"""

import socket
from socket import _GLOBAL_DEFAULT_TIMEOUT

from _ftpanswers import (Error, error_perm, error_proto, error_reply, error_temp, parse150, parse227, parse229,
                         parse257)

__all__ = ['FTP']

MSG_OOB = 0x1
FTP_PORT = 21
MAXLINE = 8192
CRLF = '\r\n'


all_errors = (Error, IOError, EOFError)


class FTP:
    """A connection to a server, and one more for each transfer."""

    debugging = 0
    host = ''
    port = FTP_PORT
    maxline = MAXLINE
    sock = None
    file = None
    welcome = None
    passiveserver = 1
    trust_server_pasv_ipv4_address = False

    def __init__(self, host='', user='', passwd='', acct='', timeout=_GLOBAL_DEFAULT_TIMEOUT):
        self.timeout = timeout
        if host:
            self.connect(host)
            if user:
                self.login(user, passwd, acct)

    def connect(self, host='', port=0, timeout=-999):
        if host != '':
            self.host = host
        if port > 0:
            self.port = port
        if timeout != -999:
            self.timeout = timeout
        self.sock = socket.create_connection((self.host, self.port), self.timeout)
        self.af = self.sock.family
        self.file = self.sock.makefile('rb')
        self.welcome = self.getresp()
        return self.welcome

    def getwelcome(self):
        if self.debugging:
            print '*welcome*', self.sanitize(self.welcome)
        return self.welcome

    def set_debuglevel(self, level):
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        self.passiveserver = val

    def sanitize(self, s):
        """How a line is shown: without the password."""
        if s[:5] in ('pass ', 'PASS '):
            body = s[5:].rstrip('\r\n')
            s = s[:5] + '*' * len(body) + s[5 + len(body):]
        return repr(s)

    # ---------------------------------------------------------------- commands and answers

    def putline(self, line):
        if '\r' in line or '\n' in line:
            raise ValueError('an illegal newline character should not be contained')
        if self.debugging > 1:
            print '*put*', self.sanitize(line + CRLF)
        self.sock.sendall(line + CRLF)

    def putcmd(self, line):
        if self.debugging:
            print '*cmd*', self.sanitize(line)
        self.putline(line)

    def getline(self):
        line = self.file.readline(self.maxline + 1)
        if len(line) > self.maxline:
            raise Error('got more than %d bytes' % self.maxline)
        if self.debugging > 1:
            print '*get*', self.sanitize(line)
        if not line:
            raise EOFError
        return line[:-2] if line[-2:] == CRLF else line.rstrip(CRLF)

    def getmultiline(self):
        """An answer, whose lines go on until its code is followed by a space."""
        lines = [self.getline()]
        if lines[0][3:4] == '-':
            code = lines[0][:3]
            while len(lines) == 1 or lines[-1][:3] != code or lines[-1][3:4] == '-':
                lines.append(self.getline())
        return '\n'.join(lines)

    def getresp(self):
        """The answer; refusals are raised."""
        resp = self.getmultiline()
        if self.debugging:
            print '*resp*', self.sanitize(resp)
        self.lastresp = resp[:3]
        kind = resp[:1]
        if kind in ('1', '2', '3'):
            return resp
        raise {'4': error_temp, '5': error_perm}.get(kind, error_proto)(resp)

    def voidresp(self):
        """The answer, which has to say that all is done."""
        resp = self.getresp()
        if resp[:1] != '2':
            raise error_reply(resp)
        return resp

    def sendcmd(self, cmd):
        self.putcmd(cmd)
        return self.getresp()

    def voidcmd(self, cmd):
        self.putcmd(cmd)
        return self.voidresp()

    def abort(self):
        """Breaks a transfer off; the answer to it may come in pieces."""
        if self.debugging > 1:
            print '*put urgent*', self.sanitize('ABOR' + CRLF)
        self.sock.sendall('ABOR' + CRLF, MSG_OOB)
        resp = self.getmultiline()
        if resp[:3] not in ('426', '225', '226'):
            raise error_proto(resp)

    # ---------------------------------------------------------------- the connection for a transfer

    def sendport(self, host, port):
        return self.voidcmd('PORT ' + ','.join(host.split('.') + [repr(port // 256), repr(port % 256)]))

    def sendeprt(self, host, port):
        family = {socket.AF_INET: 1, socket.AF_INET6: 2}.get(self.af, 0)
        if family == 0:
            raise error_proto('unsupported address family')
        return self.voidcmd('EPRT ' + '|'.join(['', repr(family), host, repr(port), '']))

    def makeport(self):
        """A socket that waits for the server, which is told of it."""
        sock = socket.socket(self.af, socket.SOCK_STREAM)
        sock.bind(('', 0))
        sock.listen(1)
        port, host = sock.getsockname()[1], self.sock.getsockname()[0]
        tell = self.sendport if self.af == socket.AF_INET else self.sendeprt
        tell(host, port)
        if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            sock.settimeout(self.timeout)
        return sock

    def makepasv(self):
        if self.af != socket.AF_INET:
            return parse229(self.sendcmd('EPSV'), self.sock.getpeername())
        host, port = parse227(self.sendcmd('PASV'))
        return (host if self.trust_server_pasv_ipv4_address else self.sock.getpeername()[0]), port

    def ntransfercmd(self, cmd, rest=None):
        """(socket, size or None) of a transfer."""
        if self.passiveserver:
            conn, resp = self._transfer_to(self.makepasv(), cmd, rest)
        else:
            conn, resp = self._transfer_from(self.makeport(), cmd, rest)
        return conn, parse150(resp) if resp[:3] == '150' else None

    def _begin(self, cmd, rest):
        if rest is not None:
            self.sendcmd('REST %s' % rest)
        resp = self.sendcmd(cmd)
        # Some servers say that they are done before they say that they begin.
        if resp[0] == '2':
            resp = self.getresp()
        if resp[0] != '1':
            raise error_reply(resp)
        return resp

    def _transfer_to(self, address, cmd, rest):
        conn = socket.create_connection(address, self.timeout)
        try:
            return conn, self._begin(cmd, rest)
        except:
            conn.close()
            raise

    def _transfer_from(self, sock, cmd, rest):
        try:
            resp = self._begin(cmd, rest)
            conn = sock.accept()[0]
            if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                conn.settimeout(self.timeout)
            return conn, resp
        finally:
            sock.close()

    def transfercmd(self, cmd, rest=None):
        return self.ntransfercmd(cmd, rest)[0]

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        self.voidcmd('TYPE I')
        conn = self.transfercmd(cmd, rest)
        for data in iter(lambda: conn.recv(blocksize), ''):
            callback(data)
        conn.close()
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        if callback is None:
            callback = print_line
        self.sendcmd('TYPE A')
        conn = self.transfercmd(cmd)
        lines = conn.makefile('rb')
        while True:
            line = lines.readline(self.maxline + 1)
            if len(line) > self.maxline:
                raise Error('got more than %d bytes' % self.maxline)
            if self.debugging > 2:
                print '*retr*', repr(line)
            if not line:
                break
            callback(line[:-2] if line[-2:] == CRLF else line[:-1] if line[-1:] == '\n' else line)
        lines.close()
        conn.close()
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        self.voidcmd('TYPE I')
        conn = self.transfercmd(cmd, rest)
        for data in iter(lambda: fp.read(blocksize), ''):
            conn.sendall(data)
            if callback:
                callback(data)
        conn.close()
        return self.voidresp()

    def storlines(self, cmd, fp, callback=None):
        self.voidcmd('TYPE A')
        conn = self.transfercmd(cmd)
        while True:
            line = fp.readline(self.maxline + 1)
            if len(line) > self.maxline:
                raise Error('got more than %d bytes' % self.maxline)
            if not line:
                break
            if line[-2:] != CRLF:
                line = (line[:-1] if line[-1] in CRLF else line) + CRLF
            conn.sendall(line)
            if callback:
                callback(line)
        conn.close()
        return self.voidresp()

    # ---------------------------------------------------------------- what one asks of a server

    def login(self, user='', passwd='', acct=''):
        user, passwd, acct = user or 'anonymous', passwd or '', acct or ''
        if user == 'anonymous' and passwd in ('', '-'):
            passwd += 'anonymous@'
        resp = self.sendcmd('USER ' + user)
        if resp[0] == '3':
            resp = self.sendcmd('PASS ' + passwd)
        if resp[0] == '3':
            resp = self.sendcmd('ACCT ' + acct)
        if resp[0] != '2':
            raise error_reply(resp)
        return resp

    def acct(self, password):
        return self.voidcmd('ACCT ' + password)

    def nlst(self, *args):
        files = []
        self.retrlines(' '.join(('NLST',) + args), files.append)
        return files

    def dir(self, *args):
        callback = None
        if args[-1:] and type(args[-1]) != type(''):
            args, callback = args[:-1], args[-1]
        self.retrlines(' '.join(('LIST',) + tuple(filter(None, args))), callback)

    def rename(self, fromname, toname):
        resp = self.sendcmd('RNFR ' + fromname)
        if resp[0] != '3':
            raise error_reply(resp)
        return self.voidcmd('RNTO ' + toname)

    def delete(self, filename):
        resp = self.sendcmd('DELE ' + filename)
        if resp[:3] in ('250', '200'):
            return resp
        raise error_reply(resp)

    def cwd(self, dirname):
        if dirname == '..':
            try:
                return self.voidcmd('CDUP')
            except error_perm, refused:
                if refused.args[0][:3] != '500':
                    raise
        return self.voidcmd('CWD ' + (dirname or '.'))

    def size(self, filename):
        resp = self.sendcmd('SIZE ' + filename)
        if resp[:3] == '213':
            return int(resp[3:].strip())

    def mkd(self, dirname):
        resp = self.sendcmd('MKD ' + dirname)
        return parse257(resp)

    def rmd(self, dirname):
        return self.voidcmd('RMD ' + dirname)

    def pwd(self):
        return parse257(self.sendcmd('PWD'))

    def quit(self):
        resp = self.voidcmd('QUIT')
        self.close()
        return resp

    def close(self):
        file, self.file = self.file, None
        sock, self.sock = self.sock, None
        for each in file, sock:
            if each is not None:
                each.close()


def print_line(line):
    print line


def ftpcp(source, sourcename, target, targetname='', type='I'):
    """Has one server send a file to another."""
    for each in source, target:
        each.voidcmd('TYPE ' + type)
    host, port = parse227(source.sendcmd('PASV'))
    target.sendport(host, port)
    for reply in target.sendcmd('STOR ' + (targetname or sourcename)), source.sendcmd('RETR ' + sourcename):
        if reply[:3] not in ('125', '150'):
            raise error_proto
    source.voidresp()
    target.voidresp()
