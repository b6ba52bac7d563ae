"""The client's side of Telnet.

Spec: https://docs.python.org/2.7/library/telnetlib.html, https://www.rfc-editor.org/rfc/rfc854
"""

import re
import select
import socket
import sys
import time

__all__ = ['Telnet']

DEBUGLEVEL = 0
TELNET_PORT = 23

IAC, DONT, DO, WONT, WILL = map(chr, range(255, 250, -1))
SB, GA, EL, EC, AYT, AO, IP, BRK, DM, NOP, SE = map(chr, range(250, 239, -1))
theNULL = chr(0)

_OPTIONS = ('BINARY ECHO RCP SGA NAMS STATUS TM RCTE NAOL NAOP NAOCRD NAOHTS NAOHTD NAOFFD NAOVTS NAOVTD NAOLFD XASCII '
            'LOGOUT BM DET SUPDUP SUPDUPOUTPUT SNDLOC TTYPE EOR TUID OUTMRK TTYLOC VT3270REGIME X3PAD NAWS TSPEED LFLOW '
            'LINEMODE XDISPLOC OLD_ENVIRON AUTHENTICATION ENCRYPT NEW_ENVIRON TN3270E XAUTH CHARSET RSP '
            'COM_PORT_OPTION SUPPRESS_LOCAL_ECHO TLS KERMIT SEND_URL FORWARD_X')
for _code, _option in enumerate(_OPTIONS.split()):
    globals()[_option] = chr(_code)
PRAGMA_LOGON, SSPI_LOGON, PRAGMA_HEARTBEAT = map(chr, range(138, 141))
EXOPL = chr(255)
NOOPT = chr(0)

#: Bytes asked of the system at a time.
_ROOM = 50


class Telnet:
    """A connection; what the other side wants to negotiate is refused unless a callback handles it."""

    def __init__(self, host=None, port=0, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.host, self.port, self.timeout = host, port, timeout
        self.sock = self.option_callback = None
        self.eof, self.debuglevel = 0, DEBUGLEVEL
        # What came, what is left of it for the reader, what belongs to a subnegotiation, and a command's beginning.
        self.rawq = self.cookedq = self.sbdataq = self._command = ''
        self._is_in_option = False
        if self.host is not None:
            self.open(host, port, timeout)

    def __del__(self):
        self.close()

    def open(self, host, port=0, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.host, self.port, self.timeout = host, port or TELNET_PORT, timeout
        self.eof = 0
        self.sock = socket.create_connection((host, self.port), timeout)

    def msg(self, msg, *args):
        """Prints a message at a debug level above 0."""
        if not self.debuglevel > 0:
            return
        print 'Telnet(%s,%s):' % (self.host, self.port), msg % args if args else msg

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def set_option_negotiation_callback(self, callback):
        """`callback(socket, command, option)` is called for each command in the data."""
        self.option_callback = callback

    def close(self):
        if self.sock:
            self.sock.close()
        self.sock = 0
        self.eof = 1
        self._command = ''
        self._is_in_option = False

    def get_socket(self):
        return self.sock

    def fileno(self):
        return self.sock.fileno()

    def write(self, buffer):
        """Sends data; IAC in it is doubled."""
        buffer = buffer.replace(IAC, IAC + IAC)
        self.msg('send %r', buffer)
        self.sock.sendall(buffer)

    def _wait(self, until):
        """Whether there is something to read before that time (None: wait for ever)."""
        left = None if until is None else max(0, until - time.time())
        return bool(select.select([self.sock], [], [], left)[0])

    def _search(self, find, timeout):
        """Reads until `find()` gives something, which it returns; None at the end of data or time."""
        until = None if timeout is None else time.time() + timeout
        self._receive(lambda: find() is None and self._wait(until))
        return find()

    def _receive(self, wants_more):
        """Receives and looks through, as long as there may be more and `wants_more()`."""
        self.process_rawq()
        while not self.eof and wants_more():
            self.fill_rawq()
            self.process_rawq()

    def _taken(self, size):
        text, self.cookedq = self.cookedq[:size], self.cookedq[size:]
        return text

    def read_until(self, match, timeout=None):
        """All up to `match`; whatever there is when the time is over. EOFError if the connection is at its end."""
        def find():
            at = self.cookedq.find(match)
            return at + len(match) if at >= 0 else None
        found = self._search(find, timeout)
        return self.read_very_lazy() if found is None else self._taken(found)

    def read_all(self):
        """All until the other side closes."""
        self._receive(lambda: True)
        return self._taken(len(self.cookedq))

    def read_some(self):
        """At least one character; '' at the end."""
        self._receive(lambda: not self.cookedq)
        return self._taken(len(self.cookedq))

    def read_very_eager(self):
        """What comes without waiting."""
        self._receive(self.sock_avail)
        return self.read_very_lazy()

    def read_eager(self):
        """Something of what there is without waiting."""
        self._receive(lambda: not self.cookedq and self.sock_avail())
        return self.read_very_lazy()

    def read_very_lazy(self):
        """What has been received and looked through; EOFError if there will be no more."""
        text = self._taken(len(self.cookedq))
        if not text and self.eof and not self.rawq:
            raise EOFError('telnet connection closed')
        return text

    def read_lazy(self):
        """What has been received."""
        self.process_rawq()
        return self.read_very_lazy()

    def read_sb_data(self):
        """The last subnegotiation's data, once."""
        data, self.sbdataq = self.sbdataq, ''
        return data

    def process_rawq(self):
        """Takes the commands out of what has been received."""
        kept = ['', '']
        for c in self.rawq:
            if self._command:
                self._continue(c, kept)
            elif c == IAC:
                self._command = c
            elif c not in (theNULL, '\021'):
                kept[self._is_in_option] += c
        self.rawq = ''
        self.cookedq += kept[0]
        self.sbdataq += kept[1]

    def _continue(self, c, kept):
        """The second or third character of a command."""
        command, self._command = self._command[1:], ''
        if command:
            self._negotiate(command, c)
        elif c in (DO, DONT, WILL, WONT):
            self._command = IAC + c
        elif c == IAC:
            kept[self._is_in_option] += c
        else:
            if c == SB:
                self._is_in_option = True
                self.sbdataq = ''
            elif c == SE:
                self._is_in_option = False
                self.sbdataq += kept[1]
                kept[1] = ''
            if self.option_callback:
                self.option_callback(self.sock, c, NOOPT)
            elif c not in (SB, SE):
                self.msg('IAC %d not recognized' % ord(c))

    def _negotiate(self, command, option):
        self.msg('IAC %s %d', 'DO DONT WILL WONT'.split()[(DO, DONT, WILL, WONT).index(command)], ord(option))
        if self.option_callback:
            self.option_callback(self.sock, command, option)
        else:
            self.sock.sendall(IAC + (WONT if command in (DO, DONT) else DONT) + option)

    def rawq_getchar(self):
        """The next character as it came; EOFError at the end."""
        if not self.rawq:
            self.fill_rawq()
            if self.eof:
                raise EOFError
        c, self.rawq = self.rawq[0], self.rawq[1:]
        return c

    def fill_rawq(self):
        """Receives something; waits if there is nothing yet."""
        data = self.sock.recv(_ROOM)
        self.msg('recv %r', data)
        self.eof = not data
        self.rawq += data

    def sock_avail(self):
        return self._wait(0)

    def interact(self):
        """Passes lines of the standard input on and shows what comes."""
        while True:
            for ready in select.select([self, sys.stdin], [], [])[0]:
                if ready is self:
                    try:
                        text = self.read_eager()
                    except EOFError:
                        print '*** Connection closed by remote host ***'
                        return
                    sys.stdout.write(text)
                    sys.stdout.flush()
                else:
                    line = sys.stdin.readline()
                    if not line:
                        return
                    self.write(line)

    def mt_interact(self):
        """The same with a thread."""
        import thread
        thread.start_new_thread(self.listener, ())
        for line in iter(sys.stdin.readline, ''):
            self.write(line)

    def listener(self):
        """Shows what comes, until the end."""
        while True:
            try:
                data = self.read_eager()
            except EOFError:
                print '*** Connection closed by remote host ***'
                return
            sys.stdout.write(data)
            sys.stdout.flush()

    def expect(self, list, timeout=None):
        """(index, match, text) of the first pattern that matches; -1 and None when none does in time."""
        patterns = [pattern if hasattr(pattern, 'search') else re.compile(pattern) for pattern in list]

        def find():
            for i, pattern in enumerate(patterns):
                match = pattern.search(self.cookedq)
                if match:
                    return i, match
        found = self._search(find, timeout)
        if found is not None:
            return found[0], found[1], self._taken(found[1].end())
        text = self.read_very_lazy()
        if not text and self.eof:
            raise EOFError
        return -1, None, text
