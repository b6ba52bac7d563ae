"""Sending mail by SMTP.

Spec: https://docs.python.org/2.7/library/smtplib.html, https://www.rfc-editor.org/rfc/rfc5321
"""

import base64
import email.utils
import hmac
import re
import socket
import sys

__all__ = ['SMTPException', 'SMTPServerDisconnected', 'SMTPResponseException', 'SMTPSenderRefused',
           'SMTPRecipientsRefused', 'SMTPDataError', 'SMTPConnectError', 'SMTPHeloError', 'SMTPAuthenticationError',
           'quoteaddr', 'quotedata', 'SMTP']

SMTP_PORT, SMTP_SSL_PORT, LMTP_PORT = 25, 465, 2003
CRLF = '\r\n'
_MAXLINE = 8192
OLDSTYLE_AUTH = re.compile(r'auth=(.*)', re.I)


class SMTPException(Exception):
    """What all errors of this module are."""


class SMTPResponseException(SMTPException):
    """The server's answer was a refusal."""

    def __init__(self, code, msg):
        self.args = self.smtp_code, self.smtp_error = code, msg


class SMTPConnectError(SMTPResponseException):
    """The server does not greet."""


class SMTPHeloError(SMTPResponseException):
    """The server does not answer the greeting."""


class SMTPAuthenticationError(SMTPResponseException):
    """The name and password are not good."""


class SMTPDataError(SMTPResponseException):
    """The server does not take the message."""


class SMTPSenderRefused(SMTPResponseException):
    """The server does not take mail from this sender."""

    def __init__(self, code, msg, sender):
        self.args = self.smtp_code, self.smtp_error, self.sender = code, msg, sender


class SMTPRecipientsRefused(SMTPException):
    """The server takes mail for none of them: `recipients` has its answer for each."""

    def __init__(self, recipients):
        self.args, self.recipients = (recipients,), recipients


class SMTPServerDisconnected(SMTPException):
    """There is no connection, or there is none any more."""


def quoteaddr(addr):
    """An address in angle brackets."""
    try:
        found = email.utils.parseaddr(addr)[1]
    except AttributeError:
        found = ''
    if found:
        return '<%s>' % found
    return '<>' if addr is None else '<%s>' % addr


def _addr_only(addrstring):
    name, addr = email.utils.parseaddr(addrstring)
    return addr if (name, addr) != ('', '') else addrstring


def quotedata(data):
    """The text of a message as it goes over the line."""
    return re.sub(r'(?m)^\.', '..', re.sub(r'(?:\r\n|\n|\r(?!\n))', CRLF, data))


class SMTP:
    """A connection to a server; `sendmail` does all that it takes to send a message."""

    debuglevel = does_esmtp = 0
    file = helo_resp = ehlo_resp = None
    ehlo_msg, default_port = 'ehlo', SMTP_PORT

    def __init__(self, host='', port=0, local_hostname=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.timeout = timeout
        self.esmtp_features = {}
        if host:
            code, msg = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, msg)
        self.local_hostname = local_hostname if local_hostname is not None else self._own_name()

    def _own_name(self):
        name = socket.getfqdn()
        if '.' in name:
            return name
        try:
            return '[%s]' % socket.gethostbyname(socket.gethostname())
        except socket.gaierror:
            return '[127.0.0.1]'

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def _say(self, *words):
        if self.debuglevel > 0:
            print >>sys.stderr, ' '.join(map(str, words))

    def _get_socket(self, host, port, timeout):
        place = (host, port)
        self._say('connect:', place)
        return socket.create_connection(place, timeout)

    def connect(self, host='localhost', port=0):
        """Connects; the answer is (code, text)."""
        if not port and host.find(':') == host.rfind(':') >= 0:
            host, number = host.rsplit(':', 1)
            try:
                port = int(number)
            except ValueError:
                raise socket.error('nonnumeric port')
        port = port or self.default_port
        self._say('connect:', (host, port))
        self.sock = self._get_socket(host, port, self.timeout)
        code, msg = self.getreply()
        self._say('connect:', msg)
        return code, msg

    def send(self, str):
        self._say('send:', repr(str))
        if not getattr(self, 'sock', None):
            raise SMTPServerDisconnected('please run connect() first')
        try:
            self.sock.sendall(str)
        except socket.error:
            self.close()
            raise SMTPServerDisconnected('Server not connected')

    def putcmd(self, cmd, args=''):
        self.send('%s %s%s' % (cmd, args, CRLF) if args != '' else cmd + CRLF)

    def getreply(self):
        """The server's answer: (code, text of all its lines); -1 is the code where there is none."""
        lines = []
        if self.file is None:
            self.file = self.sock.makefile('rb')
        while True:
            line = self._line()
            self._say('reply:', repr(line))
            if len(line) > _MAXLINE:
                raise SMTPResponseException(500, 'Line too long.')
            lines.append(line[4:].strip())
            try:
                code = int(line[:3])
            except ValueError:
                code = -1
                break
            if line[3:4] != '-':
                break
        text = '\n'.join(lines)
        self._say('reply: retcode (%s); Msg: %s' % (code, text))
        return code, text

    def _line(self):
        reason = ''
        try:
            line = self.file.readline(_MAXLINE + 1)
        except socket.error as refusal:
            line, reason = '', ': ' + str(refusal)
        if line != '':
            return line
        self.close()
        raise SMTPServerDisconnected('Connection unexpectedly closed' + reason)

    def docmd(self, cmd, args=''):
        self.putcmd(cmd, args)
        return self.getreply()

    def helo(self, name=''):
        self.putcmd('helo', name or self.local_hostname)
        code, msg = self.getreply()
        self.helo_resp = msg
        return code, msg

    def ehlo(self, name=''):
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, msg = self.getreply()
        if code == -1 and len(msg) == 0:
            self.close()
            raise SMTPServerDisconnected('Server not connected')
        self.ehlo_resp = msg
        if code == 250:
            self.does_esmtp = 1
            for line in msg.split('\n')[1:]:
                self._note_feature(line)
        return code, msg

    def _note_feature(self, line):
        old = OLDSTYLE_AUTH.match(line)
        if old:
            self.esmtp_features['auth'] = self.esmtp_features.get('auth', '') + ' ' + old.groups(0)[0]
            return
        found = re.match(r'(?P<feature>[A-Za-z0-9][A-Za-z0-9\-]*) ?', line)
        if not found:
            return
        feature = found.group('feature').lower()
        params = line[found.end('feature'):].strip()
        if feature == 'auth':
            params = self.esmtp_features.get(feature, '') + ' ' + params
        self.esmtp_features[feature] = params

    def has_extn(self, opt):
        return opt.lower() in self.esmtp_features

    def help(self, args=''):
        self.putcmd('help', args)
        return self.getreply()[1]

    def rset(self):
        return self.docmd('rset')

    def noop(self):
        return self.docmd('noop')

    def mail(self, sender, options=[]):
        chosen = ' ' + ' '.join(options) if options and self.does_esmtp else ''
        self.putcmd('mail', 'FROM:%s%s' % (quoteaddr(sender), chosen))
        return self.getreply()

    def rcpt(self, recip, options=[]):
        chosen = ' ' + ' '.join(options) if options and self.does_esmtp else ''
        self.putcmd('rcpt', 'TO:%s%s' % (quoteaddr(recip), chosen))
        return self.getreply()

    def data(self, msg):
        self.putcmd('data')
        code, answer = self.getreply()
        self._say('data:', (code, answer))
        if code != 354:
            raise SMTPDataError(code, answer)
        text = quotedata(msg)
        if text[-2:] != CRLF:
            text += CRLF
        self.send(text + '.' + CRLF)
        code, answer = self.getreply()
        self._say('data:', (code, answer))
        return code, answer

    def verify(self, address):
        self.putcmd('vrfy', _addr_only(address))
        return self.getreply()

    vrfy = verify

    def expn(self, address):
        self.putcmd('expn', _addr_only(address))
        return self.getreply()

    def ehlo_or_helo_if_needed(self):
        if self.helo_resp is not None or self.ehlo_resp is not None:
            return
        if 200 <= self.ehlo()[0] <= 299:
            return
        code, answer = self.helo()
        if not 200 <= code <= 299:
            raise SMTPHeloError(code, answer)

    def login(self, user, password):
        """Says who is there, in the best way that the server knows."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn('auth'):
            raise SMTPException('SMTP AUTH extension not supported by server.')
        offered = self.esmtp_features['auth'].split()
        for method in 'CRAM-MD5', 'PLAIN', 'LOGIN':
            if method in offered:
                break
        else:
            raise SMTPException('No suitable authentication method found.')
        encode = base64.b64encode
        if method == 'CRAM-MD5':
            code, answer = self.docmd('AUTH', 'CRAM-MD5')
            if code == 503:
                return code, answer
            challenge = base64.decodestring(answer)
            code, answer = self.docmd(encode(user + ' ' + hmac.HMAC(password, challenge).hexdigest()))
        elif method == 'PLAIN':
            code, answer = self.docmd('AUTH', 'PLAIN ' + encode('\0%s\0%s' % (user, password)))
        else:
            code, answer = self.docmd('AUTH', 'LOGIN ' + encode(user))
            if code != 334:
                raise SMTPAuthenticationError(code, answer)
            code, answer = self.docmd(encode(password))
        if code not in (235, 503):
            raise SMTPAuthenticationError(code, answer)
        return code, answer

    def starttls(self, keyfile=None, certfile=None):
        self.ehlo_or_helo_if_needed()
        if not self.has_extn('starttls'):
            raise SMTPException('STARTTLS extension not supported by server.')
        raise RuntimeError('No SSL support included in this Python')

    def sendmail(self, from_addr, to_addrs, msg, mail_options=[], rcpt_options=[]):
        """Sends a message. Returns the server's answers for those recipients that it does not take."""
        self.ehlo_or_helo_if_needed()
        sizes = ['size=%d' % len(msg)] if self.does_esmtp and self.has_extn('size') else []
        options = sizes + list(mail_options) if self.does_esmtp else []
        code, answer = self.mail(from_addr, options)
        if code != 250:
            self._give_up(code)
            raise SMTPSenderRefused(code, answer, from_addr)
        refused = {}
        if isinstance(to_addrs, basestring):
            to_addrs = [to_addrs]
        for each in to_addrs:
            code, answer = self.rcpt(each, rcpt_options)
            if code not in (250, 251):
                refused[each] = (code, answer)
            if code == 421:
                self.close()
                raise SMTPRecipientsRefused(refused)
        if len(refused) == len(to_addrs):
            self._give_up(code)
            raise SMTPRecipientsRefused(refused)
        code, answer = self.data(msg)
        if code != 250:
            self._give_up(code)
            raise SMTPDataError(code, answer)
        return refused

    def _give_up(self, code):
        if code == 421:
            self.close()
        else:
            self.rset()

    def close(self):
        file, self.file = self.file, None
        if file:
            file.close()
        sock, self.sock = getattr(self, 'sock', None), None
        if sock:
            sock.close()

    def quit(self):
        answer = self.docmd('quit')
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features = {}
        self.does_esmtp = False
        self.close()
        return answer


class LMTP(SMTP):
    """The same to a local server, also over a socket of the file system."""

    ehlo_msg = 'lhlo'

    def __init__(self, host='', port=LMTP_PORT, local_hostname=None):
        SMTP.__init__(self, host, port, local_hostname)

    def connect(self, host='localhost', port=0):
        is_path = host[0] == '/'
        if not is_path:
            return SMTP.connect(self, host, port)
        self.file = self.sock = None
        try:
            self.sock = made = socket.socket(socket.AF_UNIX)
            made.connect(host)
        except socket.error:
            self._say('connect fail:', host)
            if self.sock:
                self.sock.close()
            self.sock = None
            raise
        code, msg = self.getreply()
        self._say('connect:', msg)
        return code, msg
