"""What HTTP's statuses are called, and what can be wrong: what `httplib` has by name."""

_MAXLINE = 1 << 16

# ---------------------------------------------------------------- statuses

#: The names by their first numbers; the phrase is made from the name where none is given.
_STATUSES = {
    100: 'CONTINUE SWITCHING_PROTOCOLS',
    200: 'OK=OK CREATED ACCEPTED NON_AUTHORITATIVE_INFORMATION=Non-Authoritative_Information NO_CONTENT RESET_CONTENT '
         'PARTIAL_CONTENT',
    300: 'MULTIPLE_CHOICES MOVED_PERMANENTLY FOUND SEE_OTHER NOT_MODIFIED USE_PROXY =(Unused) TEMPORARY_REDIRECT',
    400: 'BAD_REQUEST UNAUTHORIZED PAYMENT_REQUIRED FORBIDDEN NOT_FOUND METHOD_NOT_ALLOWED NOT_ACCEPTABLE '
         'PROXY_AUTHENTICATION_REQUIRED REQUEST_TIMEOUT CONFLICT GONE LENGTH_REQUIRED PRECONDITION_FAILED '
         'REQUEST_ENTITY_TOO_LARGE REQUEST_URI_TOO_LONG=Request-URI_Too_Long UNSUPPORTED_MEDIA_TYPE '
         'REQUESTED_RANGE_NOT_SATISFIABLE EXPECTATION_FAILED',
    500: 'INTERNAL_SERVER_ERROR NOT_IMPLEMENTED BAD_GATEWAY SERVICE_UNAVAILABLE GATEWAY_TIMEOUT '
         'HTTP_VERSION_NOT_SUPPORTED=HTTP_Version_Not_Supported',
}
#: Numbers by name; those that have no phrase come first.
constants = {'PROCESSING': 102, 'MULTI_STATUS': 207, 'IM_USED': 226, 'UNPROCESSABLE_ENTITY': 422, 'LOCKED': 423,
             'FAILED_DEPENDENCY': 424, 'UPGRADE_REQUIRED': 426, 'INSUFFICIENT_STORAGE': 507, 'NOT_EXTENDED': 510}
#: Phrases by number.
responses = {}

for _first, _entries in _STATUSES.items():
    for _code, _entry in enumerate(_entries.split(), _first):
        _name, _, _phrase = _entry.partition('=')
        responses[_code] = (_phrase or _name.title()).replace('_', ' ')
        if _name:
            constants[_name] = _code

# ---------------------------------------------------------------- errors


def _kinds(base, names):
    """Exceptions that have nothing of their own."""
    return [type(name, (base,), {'__module__': 'httplib'}) for name in names.split()]


HTTPException, = _kinds(Exception, 'HTTPException')
NotConnected, InvalidURL, UnknownTransferEncoding, UnimplementedFileMode, ImproperConnectionState = _kinds(
    HTTPException, 'NotConnected InvalidURL UnknownTransferEncoding UnimplementedFileMode ImproperConnectionState')
CannotSendRequest, CannotSendHeader, ResponseNotReady = _kinds(
    ImproperConnectionState, 'CannotSendRequest CannotSendHeader ResponseNotReady')


class UnknownProtocol(HTTPException):
    """The server answers in a version that is not known."""

    __module__ = 'httplib'

    def __init__(self, version):
        self.args, self.version = (version,), version


class IncompleteRead(HTTPException):
    """The connection ended in a body; `partial` is what came."""

    __module__ = 'httplib'

    def __init__(self, partial, expected=None):
        self.args, self.partial, self.expected = (partial,), partial, expected

    def __str__(self):
        more = '' if self.expected is None else ', %i more expected' % self.expected
        return 'IncompleteRead(%i bytes read%s)' % (len(self.partial), more)

    __repr__ = __str__


class BadStatusLine(HTTPException):
    """What the server says first is not a status."""

    __module__ = 'httplib'

    def __init__(self, line):
        self.line = line or repr(line)
        self.args = self.line,


class LineTooLong(HTTPException):
    """A line of the server's does not end."""

    __module__ = 'httplib'

    def __init__(self, line_type):
        text = 'got more than %d bytes when reading %s' % (_MAXLINE, line_type)
        HTTPException.__init__(self, text)
