"""Headers of messages, and the addresses and dates in them."""

import time
from email import _parseaddr as _modern

from _library3 import classic as _classic

__all__ = ['Message', 'AddressList', 'parsedate', 'parsedate_tz', 'mktime_tz']

_DAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split()
_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()
_SPACES = ' \t'


class Message:
    """The headers of a message, read from a file; it is then where the body begins.

    `headers` has the lines, `dict` the values by names in lower case, `status` what was wrong.
    """

    def __init__(self, fp, seekable=1):
        self.fp, self.seekable = fp, seekable
        start = self._position()
        if seekable == 1 and start is None:
            self.seekable = 0
        self.startofheaders, self.startofbody = start, None
        self.readheaders()
        self.startofbody = self._position()

    def _position(self):
        """Where the file is, if it can be made to go back."""
        try:
            return self.fp.tell() if self.seekable else None
        except (IOError, AttributeError):
            return None

    def rewindbody(self):
        """Goes back to where the body begins."""
        if not self.seekable:
            raise IOError('unseekable file')
        self.fp.seek(self.startofbody, 0)

    # ------------------------------------------------------------ reading

    def readheaders(self):
        """Reads up to the line that ends the headers, or up to what is no header."""
        self.dict, self.headers, self.unixfrom, self.status = {}, [], '', ''
        key = None
        is_first = True
        while True:
            before = None if hasattr(self.fp, 'unread') else self._position()
            line = self._readline()
            if is_first and line.startswith('From '):
                self.unixfrom += line
                continue
            is_first = False
            if line == '':
                self.status = 'EOF in headers'
                return
            if key and line[0] in _SPACES:
                self.headers.append(line)
                self._continue(key, line.strip())
                continue
            if self.iscomment(line):
                continue
            if self.islast(line):
                return
            key = self.isheader(line)
            if key is None and self._is_end(line, before):
                return
            if key:
                self.headers.append(line)
                self._begin(key, line[len(key) + 1:].strip())

    def _readline(self):
        return self.fp.readline()

    def _begin(self, key, value):
        """Notes a header."""
        self.dict[key] = value

    def _continue(self, key, more):
        """Notes that a header goes on."""
        self.dict[key] = (self.dict[key] + '\n ' + more).strip()

    def _is_end(self, line, before):
        """Whether the headers end at a line that is none: yes, and the line is left for the body."""
        self.status = 'Non-header line where header expected' if self.dict else 'No headers'
        unread = getattr(self.fp, 'unread', None)
        if unread is not None:
            unread(line)
        elif before is not None:
            self.fp.seek(before)
        else:
            self.status += '; bad seek'
        return True

    def isheader(self, line):
        """The name in lower case, if the line has one."""
        name, colon, _ = line.partition(':')
        return name.lower() if colon else None

    def islast(self, line):
        return line in ('\n', '\r\n')

    def iscomment(self, line):
        return False

    # ------------------------------------------------------------ lines

    def _fields(self):
        """The lines, those of a header together, with its name in lower case."""
        fields = []
        for line in self.headers:
            if line[:1].isspace() and fields:
                fields[-1][1].append(line)
            else:
                fields.append((line.partition(':')[0].lower() if ':' in line else None, [line]))
        return fields

    def _lines_of(self, name):
        """For each header of that name its lines."""
        wanted = name.lower()
        return [lines for key, lines in self._fields() if key == wanted]

    def getallmatchingheaders(self, name):
        """The lines of all headers of that name."""
        return sum(self._lines_of(name), [])

    def getfirstmatchingheader(self, name):
        """The lines of the first header of that name."""
        return (self._lines_of(name) or [[]])[0]

    def getrawheader(self, name):
        """What stands behind the first such name, or None."""
        text = ''.join(self.getfirstmatchingheader(name))
        return text[len(name) + 1:] if text else None

    def getheaders(self, name):
        """The values of all headers of that name."""
        return ['\n '.join(part.strip() for part in [lines[0].partition(':')[2]] + lines[1:]).lstrip()
                for lines in self._lines_of(name)]

    # ------------------------------------------------------------ values

    def getheader(self, name, default=None):
        """The value of the last header of that name."""
        key = name.lower()
        return self.dict.get(key, default)

    def get(self, name, default=None):
        return self.getheader(name, default)

    def getaddrlist(self, name):
        """All addresses in the headers of that name, as pairs of a name and an address."""
        fields = [''.join([lines[0].partition(':')[2]] + lines[1:]) for lines in self._lines_of(name)]
        return AddressList(', '.join(fields)).addresslist

    def getaddr(self, name):
        """The first address in the headers of that name."""
        return (self.getaddrlist(name) or [(None, None)])[0]

    def getdate_tz(self, name):
        """The date in a header, with the distance from UTC."""
        text = self.getheader(name)
        return parsedate_tz(text) if text is not None else None

    def getdate(self, name):
        """The date in a header."""
        date = self.getdate_tz(name)
        return date and date[:9]

    # ------------------------------------------------------------ as a mapping

    __len__, __iter__, keys, values, items = [(lambda method: lambda self: getattr(self.dict, method)())(method)
                                              for method in ('__len__', '__iter__', 'keys', 'values', 'items')]

    def __contains__(self, name):
        return self.dict.has_key(name.lower())

    has_key = __contains__

    def __getitem__(self, name):
        key = name.lower()
        return self.dict[key]

    def __setitem__(self, name, value):
        del self[name]
        self._append(name, value)

    def __delitem__(self, name):
        if self.dict.pop(name.lower(), None) is not None:
            kept = [lines for key, lines in self._fields() if key != name.lower()]
            self.headers[:] = sum(kept, [])

    def setdefault(self, name, default=''):
        if name not in self:
            self._append(name, default)
        return self[name]

    def _append(self, name, value):
        self.dict.update({name.lower(): value})
        self.headers += [line + '\n' for line in ('%s: %s' % (name, value)).split('\n')]

    def __str__(self):
        return ''.join(self.headers)


# ---------------------------------------------------------------- addresses


class AddrlistClass:
    """Reads addresses."""

    __metaclass__ = _classic(_modern.AddrlistClass)

    def getaddrlist(self):
        """All of them, as pairs of a name and an address."""
        found = []
        while True:
            some = self.getaddress()
            if not some:
                return found
            found += some


_init_reader = AddrlistClass.__init__


class AddressList(AddrlistClass):
    """Addresses as a set that keeps its order: `+` joins two, `-` takes one from another."""

    def __init__(self, field):
        _init_reader(self, field)
        self.addresslist = self.getaddrlist() if field else []

    def __str__(self):
        return ', '.join(map(dump_address_pair, self.addresslist))

    __len__ = lambda self: len(self.addresslist)
    __getitem__ = lambda self, index: self.addresslist[index]

    def _others(self, other):
        """What is in the other and not here."""
        return [pair for pair in other.addresslist if pair not in self.addresslist]

    def _of(self, pairs):
        made = AddressList(None)
        made.addresslist = pairs
        return made

    def __add__(self, other):
        return self._of(self.addresslist + self._others(other))

    def __sub__(self, other):
        return self._of(other._others(self))

    def __iadd__(self, other):
        self.addresslist += self._others(other)
        return self

    def __isub__(self, other):
        self.addresslist = other._others(self)
        return self


def parseaddr(address):
    """The first address in a text, as a name and an address."""
    return (AddressList(address).addresslist or [(None, None)])[0]


def dump_address_pair(pair):
    """The text of a name and an address."""
    return '"%s" <%s>' % pair if pair[0] else pair[1]


def quote(str):
    """The text as it stands between quotes."""
    return str.replace('\\', r'\\').replace('"', r'\"')


def unquote(str):
    """Without the quotes or the brackets around it."""
    is_quoted = len(str) > 1 and str[0] + str[-1] in ('""', '<>')
    if not is_quoted:
        return str
    return str[1:-1].replace(r'\\', '\\').replace(r'\"', '"') if str[0] == '"' else str[1:-1]


# ---------------------------------------------------------------- dates


def parsedate_tz(data):
    """A date's ten numbers, the last the distance from UTC in seconds, or None."""
    found = _modern._parsedate_tz(data) if data and ':' in data else None
    if found is None:
        return None
    year, offset = found[0], found[9]
    if str(year) not in data:
        # A year stays as it was written.
        year %= 100
    if offset is None and '-0000' in data:
        offset = 0
    return (year,) + tuple(found[1:8]) + (0, offset)


def parsedate(data):
    """A date's numbers as `time.mktime` takes them, or None."""
    date = parsedate_tz(data)
    return date and date[:9]


def mktime_tz(data):
    """Seconds since the epoch for what `parsedate_tz` gave."""
    offset = data[9]
    local = time.mktime(data[:8] + (-1 if offset is None else 0,))
    return local if offset is None else local - offset - time.timezone


def formatdate(timeval=None):
    """A time in seconds as headers have it."""
    year, month, day, hour, minute, second, weekday = time.gmtime(time.time() if timeval is None else timeval)[:7]
    form = '%s, %02d %s %04d %02d:%02d:%02d GMT'
    return form % (_DAYS[weekday], day, _MONTHS[month - 1], year, hour, minute, second)
