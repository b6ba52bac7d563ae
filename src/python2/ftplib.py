"""Files of a server by FTP.

Spec: https://docs.python.org/2.7/library/ftplib.html, https://www.rfc-editor.org/rfc/rfc959
"""

import socket
from contextlib import closing
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
        if not host:
            return
        self.connect(host)
        if user:
            self.login(user, passwd, acct)

    def connect(self, host='', port=0, timeout=-999):
        self.host = self.host if host == '' else host
        self.port = port if port > 0 else self.port
        self.timeout = self.timeout if timeout == -999 else timeout
        place = self.host, self.port
        self.sock = sock = socket.create_connection(place, self.timeout)
        self.af, self.file = sock.family, sock.makefile('rb')
        self.welcome = self.getresp()
        return self.welcome

    def set_pasv(self, val):
        self.passiveserver = val

    # ---------------------------------------------------------------- what is shown

    def set_debuglevel(self, level):
        self.debugging = level

    debug = set_debuglevel

    def _show(self, is_wanted, mark, text):
        if is_wanted:
            print mark, self.sanitize(text)

    def getwelcome(self):
        self._show(self.debugging, '*welcome*', self.welcome)
        return self.welcome

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
        text = line + CRLF
        self._show(self.debugging > 1, '*put*', text)
        self.sock.sendall(text)

    def putcmd(self, line):
        self._show(self.debugging, '*cmd*', line)
        self.putline(line)

    def _line_of(self, file):
        """The next line of a file; '' at the end."""
        most = self.maxline
        line = file.readline(most + 1)
        if len(line) <= most:
            return line
        raise Error('got more than %d bytes' % most)

    def getline(self):
        line = self._line_of(self.file)
        self._show(self.debugging > 1, '*get*', line)
        if line:
            return line[:-2] if line[-2:] == CRLF else line.rstrip(CRLF)
        raise EOFError

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
        self._show(self.debugging, '*resp*', resp)
        self.lastresp = resp[:3]
        refusal = {'1': None, '2': None, '3': None, '4': error_temp, '5': error_perm}.get(resp[:1], error_proto)
        if refusal is None:
            return resp
        raise refusal(resp)

    def voidresp(self):
        """The answer, which has to say that all is done."""
        return _of_kind('2', self.getresp())

    def sendcmd(self, cmd):
        self.putcmd(cmd)
        return self.getresp()

    def voidcmd(self, cmd):
        self.putcmd(cmd)
        return self.voidresp()

    def abort(self):
        """Breaks a transfer off; the answer to it may come in pieces."""
        command = 'ABOR' + CRLF
        self._show(self.debugging > 1, '*put urgent*', command)
        self.sock.sendall(command, MSG_OOB)
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
        return self._in_time(sock)

    def _in_time(self, sock):
        """The socket, which waits no longer than the connection does."""
        is_told = self.timeout is not _GLOBAL_DEFAULT_TIMEOUT
        if is_told:
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
        answer = self.sendcmd(cmd)
        # Some servers say that they are done before they say that they begin.
        return _of_kind('1', self.getresp() if answer[0] == '2' else answer)

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
            return self._in_time(sock.accept()[0]), resp
        finally:
            sock.close()

    def transfercmd(self, cmd, rest=None):
        return self.ntransfercmd(cmd, rest)[0]

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        self.voidcmd('TYPE I')
        source = self.transfercmd(cmd, rest)
        with closing(source):
            for data in iter(lambda: source.recv(blocksize), ''):
                callback(data)
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        self.voidcmd('TYPE I')
        blocks = iter(lambda: fp.read(blocksize), '')
        return self._store(self.transfercmd(cmd, rest), blocks, callback)

    def retrlines(self, cmd, callback=None):
        take = print_line if callback is None else callback
        self.sendcmd('TYPE A')
        with closing(self.transfercmd(cmd)) as conn, closing(conn.makefile('rb')) as text:
            line = None
            while line != '':
                line = self._line_of(text)
                if self.debugging > 2:
                    print '*retr*', repr(line)
                if line:
                    take(line[:-2] if line[-2:] == CRLF else line[:-1] if line[-1:] == '\n' else line)
        return self.voidresp()

    def storlines(self, cmd, fp, callback=None):
        def lines():
            for line in iter(lambda: self._line_of(fp), ''):
                yield line if line[-2:] == CRLF else (line[:-1] if line[-1] in CRLF else line) + CRLF
        self.voidcmd('TYPE A')
        return self._store(self.transfercmd(cmd), lines(), callback)

    def _store(self, conn, pieces, callback):
        """Sends each piece, and tells of it."""
        with closing(conn):
            for piece in pieces:
                conn.sendall(piece)
                if callback:
                    callback(piece)
        return self.voidresp()

    # ---------------------------------------------------------------- what one asks of a server

    def login(self, user='', passwd='', acct=''):
        user, passwd, acct = user or 'anonymous', passwd or '', acct or ''
        if user == 'anonymous' and passwd in ('', '-'):
            passwd += 'anonymous@'
        for command, value in ('USER', user), ('PASS', passwd), ('ACCT', acct):
            resp = self.sendcmd(command + ' ' + value)
            # Only a 3 asks for more.
            if resp[0] != '3':
                break
        return _of_kind('2', resp)

    def acct(self, password):
        return self.voidcmd('ACCT ' + password)

    def nlst(self, *args):
        files = []
        self.retrlines(' '.join(('NLST',) + args), files.append)
        return files

    def dir(self, *args):
        has_callback = len(args) > 0 and type(args[-1]) is not str
        words, callback = (args[:-1], args[-1]) if has_callback else (args, None)
        self.retrlines(' '.join(['LIST'] + [word for word in words if word]), callback)

    def rename(self, fromname, toname):
        _of_kind('3', self.sendcmd('RNFR ' + fromname))
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


def _of_kind(digit, resp):
    """An answer, which has to begin so."""
    if resp[0] == digit:
        return resp
    raise error_reply(resp)


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
