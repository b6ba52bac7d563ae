"""Headers of messages, as a mapping that does not mind case."""

import email._parseaddr as _addresses
import time

__all__ = ['Message', 'AddressList', 'parsedate', 'parsedate_tz', 'mktime_tz']

_blanklines = ('\r\n', '\n')

mktime_tz = _addresses.mktime_tz
AddrlistClass = _addresses.AddrlistClass
AddressList = _addresses.AddressList
quote = _addresses.quote


def parsedate_tz(data):
    """A date as ten numbers, the last of them the seconds from UTC, or None; None if it is no date."""
    found = _addresses._parsedate_tz(data) if data and not data.isspace() else None
    return found and tuple(found[:8]) + (0, found[9])


def parsedate(data):
    """The same without the last number."""
    found = parsedate_tz(data)
    return found and found[:9]


def unquote(s):
    """Without the quotes or angle brackets around."""
    if len(s) > 1:
        if s[0] == s[-1] == '"':
            return s[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if s[0] == '<' and s[-1] == '>':
            return s[1:-1]
    return s


def parseaddr(address):
    """(name, address) of the last address in a text."""
    found = AddressList(address).addresslist
    return found[0] if found else (None, None)


def dump_address_pair(pair):
    return '"' + pair[0] + '" <' + pair[1] + '>' if pair[0] else pair[1]


def formatdate(timeval=None):
    """A time as headers of HTTP have it."""
    now = time.gmtime(time.time() if timeval is None else timeval)
    return '%s, %02d %s %04d %02d:%02d:%02d GMT' % (
        'Mon Tue Wed Thu Fri Sat Sun'.split()[now[6]], now[2],
        'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()[now[1] - 1], now[0], now[3], now[4], now[5])


class Message:
    """The headers that a file begins with; the file is then at the body."""

    def __init__(self, fp, seekable=1):
        if seekable == 1:
            try:
                fp.tell()
            except (AttributeError, IOError):
                seekable = 0
        self.fp = fp
        self.seekable = seekable
        self.startofheaders = self.startofbody = None
        if seekable:
            self.startofheaders = fp.tell()
        self.readheaders()
        if seekable:
            self.startofbody = fp.tell()

    def rewindbody(self):
        if not self.seekable:
            raise IOError('unseekable file')
        self.fp.seek(self.startofbody)

    def readheaders(self):
        """Reads lines until an empty one, or one that is no header."""
        self.dict = {}
        self.unixfrom = ''
        self.headers = []
        self.status = ''
        name = ''
        while True:
            before = self.fp.tell() if self.seekable else None
            line = self.fp.readline()
            if not line:
                self.status = 'EOF in headers'
                return
            if line.startswith('From ') and not self.headers and not name:
                self.unixfrom += line
                continue
            if name and line[0] in ' \t':
                self.headers.append(line)
                self.dict[name] = (self.dict[name] + '\n ' + line.strip()).strip()
                continue
            if self.iscomment(line):
                continue
            if self.islast(line):
                return
            found = self.isheader(line)
            if not found and found != '':
                self.status = 'Non-header line where header expected' if self.dict else 'No headers'
                if before is not None:
                    self.fp.seek(before)
                else:
                    self.status += '; bad header.'
                return
            self.headers.append(line)
            if found:
                name = found
                self._keep(name, line[len(found) + 1:].strip())

    def _keep(self, name, value):
        self.dict[name] = value

    def isheader(self, line):
        """The name of a header in small letters; None if the line is none."""
        end = line.find(':')
        return line[:end].lower() if end > -1 else None

    def islast(self, line):
        return line in _blanklines

    def iscomment(self, line):
        return False

    def getallmatchingheaders(self, name):
        """The lines of all headers of this name."""
        start = name.lower() + ':'
        lines = []
        hit = False
        for line in self.headers:
            if not line[:1].isspace():
                hit = line[:len(start)].lower() == start
            if hit:
                lines.append(line)
        return lines

    def getfirstmatchingheader(self, name):
        lines = self.getallmatchingheaders(name)
        for at in range(1, len(lines)):
            if not lines[at][:1].isspace():
                return lines[:at]
        return lines

    def getrawheader(self, name):
        lines = self.getfirstmatchingheader(name)
        if not lines:
            return None
        lines[0] = lines[0][len(name) + 1:]
        return ''.join(lines)

    def getheader(self, name, default=None):
        return self.dict.get(name.lower(), default)

    get = getheader

    def getheaders(self, name):
        """The values of all headers of this name."""
        values = []
        for line in self.getallmatchingheaders(name):
            if line[0].isspace() and values:
                values[-1] = '%s\n %s' % (values[-1], line.strip())
            else:
                values.append(line[line.find(':') + 1:].strip())
        return values

    def getaddr(self, name):
        found = self.getaddrlist(name)
        return found[0] if found else (None, None)

    def getaddrlist(self, name):
        return AddressList(', '.join(self.getheaders(name))).addresslist

    def getdate(self, name):
        value = self.getheader(name)
        return None if value is None else parsedate(value)

    def getdate_tz(self, name):
        value = self.getheader(name)
        return None if value is None else parsedate_tz(value)

    def __len__(self):
        return len(self.dict)

    def __getitem__(self, name):
        return self.dict[name.lower()]

    def __setitem__(self, name, value):
        del self[name]
        self.dict[name.lower()] = value
        self.headers.extend(line + '\n' for line in (name + ': ' + value).split('\n'))

    def __delitem__(self, name):
        if name.lower() not in self.dict:
            return
        del self.dict[name.lower()]
        gone = self.getallmatchingheaders(name)
        self.headers = [line for line in self.headers if not any(line is other for other in gone)]

    def setdefault(self, name, default=''):
        if name.lower() not in self.dict:
            self[name] = default
        return self.dict[name.lower()]

    def has_key(self, name):
        return name.lower() in self.dict

    __contains__ = has_key

    def __iter__(self):
        return iter(self.dict)

    def keys(self):
        return self.dict.keys()

    def values(self):
        return self.dict.values()

    def items(self):
        return self.dict.items()

    def __str__(self):
        return ''.join(self.headers)
