"""`cgi`: what forms of pages send, as fields with names."""

import os
import sys
import urlparse
from StringIO import StringIO

from _formtexts import parse_header

#: Longer contents go into files.
_SHORT = 1000
_LINE = 1 << 16
_DONE = {1: 0, 2: 1, -1: -1}
_ENCODED = 'application/x-www-form-urlencoded'


class MiniFieldStorage:
    """A field that is nothing but a name and a text."""

    filename = None
    list = None
    type = None
    file = None
    disposition = None

    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.type_options, self.disposition_options, self.headers = {}, {}, {}

    def __repr__(self):
        return 'MiniFieldStorage(%r, %r)' % (self.name, self.value)


def boundary_ends(line, boundary):
    """0: the line is of the content; 1: it stands before the next part; 2: it stands after the last one."""
    if not boundary or not line.startswith('--'):
        return 0
    text = line.strip()
    return 1 if text == '--' + boundary else 2 if text == '--%s--' % boundary else 0


def content_pieces(fp, boundary, ended):
    """The lines up to a boundary, the line end before that left out. Then `ended` holds 1 or 2 as above, or -1 for the end of the file."""
    held = ''
    is_line_start = True
    while True:
        line = fp.readline(_LINE)
        if not line:
            if held:
                yield held
            ended.append(-1)
            return
        kind = boundary_ends(line, boundary) if is_line_start else 0
        if kind:
            ended.append(kind)
            return
        if held:
            yield held
        # A line end that the limit has cut in two.
        if line.endswith('\r') and len(line) == _LINE:
            line += fp.readline(1)
        end = '\r\n' if line.endswith('\r\n') else '\n' if line.endswith('\n') else ''
        held = end if boundary else ''
        is_line_start = end != ''
        piece = line[:len(line) - len(end)] if boundary else line
        if piece:
            yield piece


class FieldStorage:
    """The fields that a request has sent; or one of them, with what it consists of."""

    FieldStorageClass = None
    bufsize = 8 * 1024

    def __init__(self, fp=None, headers=None, outerboundary='', environ=os.environ, keep_blank_values=0,
                 strict_parsing=0, max_num_fields=None):
        method = environ.get('REQUEST_METHOD', 'GET').upper()
        self.keep_blank_values = keep_blank_values
        self.strict_parsing = strict_parsing
        self.max_num_fields = max_num_fields
        self.qs_on_post = None
        if method in ('GET', 'HEAD'):
            fp = StringIO(_query(environ))
            headers = {'content-type': _ENCODED} if headers is None else headers
        elif headers is None:
            headers = self._headers_of(environ, method)
        self.fp = fp or sys.stdin
        self.headers = headers
        self.outerboundary = outerboundary
        self._describe(method)
        self.list = self.file = None
        self.done = 0
        if self.type == _ENCODED:
            self.list = self._fields(self.fp.read(self.length))
        elif self.type[:10] == 'multipart/':
            self._read_parts(environ)
        else:
            self._read_content()

    def _headers_of(self, environ, method):
        headers = {'content-type': _ENCODED} if method == 'POST' else {}
        if 'CONTENT_TYPE' in environ:
            headers['content-type'] = environ['CONTENT_TYPE']
        if 'QUERY_STRING' in environ:
            self.qs_on_post = environ['QUERY_STRING']
        if 'CONTENT_LENGTH' in environ:
            headers['content-length'] = environ['CONTENT_LENGTH']
        return headers

    def _describe(self, method):
        headers = self.headers
        self.disposition, self.disposition_options = '', {}
        if 'content-disposition' in headers:
            self.disposition, self.disposition_options = parse_header(headers['content-disposition'])
        self.name = self.disposition_options.get('name')
        self.filename = self.disposition_options.get('filename')
        if 'content-type' in headers:
            self.type, self.type_options = parse_header(headers['content-type'])
        else:
            self.type, self.type_options = 'text/plain' if self.outerboundary or method != 'POST' else _ENCODED, {}
        self.innerboundary = self.type_options.get('boundary', '')
        try:
            self.length = int(headers['content-length']) if 'content-length' in headers else -1
        except ValueError:
            self.length = -1

    def _fields(self, query):
        if self.qs_on_post:
            query += '&' + self.qs_on_post
        pairs = urlparse.parse_qsl(query, self.keep_blank_values, self.strict_parsing, self.max_num_fields)
        return [MiniFieldStorage(name, value) for name, value in pairs]

    def _read_parts(self, environ):
        if not self.innerboundary:
            raise ValueError('Invalid boundary in multipart form: %r' % (self.innerboundary,))
        self.list = self._fields('') if self.qs_on_post else []
        ended = []
        for _ in content_pieces(self.fp, self.innerboundary, ended):
            pass
        make = self.FieldStorageClass or self.__class__
        is_over = ended[-1] != 1
        while not is_over:
            part = make(self.fp, _part_headers(self.fp), self.innerboundary, dict(environ, REQUEST_METHOD='POST'),
                        self.keep_blank_values, self.strict_parsing)
            self.list.append(part)
            if self.max_num_fields is not None and len(self.list) > self.max_num_fields:
                raise ValueError('Max number of fields exceeded')
            is_over = part.done != 0

    def _read_content(self):
        short = StringIO()
        self.file = short
        size = 0
        for piece in self._pieces():
            size += len(piece)
            if size > _SHORT and self.file is short:
                self.file = self.make_file('')
                self.file.write(short.getvalue())
            self.file.write(piece)
        self.file.seek(0)

    def _pieces(self):
        """The content. Afterwards `done` is 1 if it was the last part, -1 at the end of the file."""
        if self.length >= 0 and not self.outerboundary:
            left = self.length
            while left > 0:
                piece = self.fp.read(min(left, self.bufsize))
                if not piece:
                    self.done = -1
                    return
                left -= len(piece)
                yield piece
            return
        ended = []
        for piece in content_pieces(self.fp, self.outerboundary, ended):
            yield piece
        self.done = _DONE[ended[-1]]

    def make_file(self, binary=None):
        """A new file for a long content; a subclass may give another one."""
        import tempfile
        return tempfile.TemporaryFile('w+b')

    def __repr__(self):
        return 'FieldStorage(%r, %r, %r)' % (self.name, self.filename, self.value)

    def __getattr__(self, name):
        if name != 'value':
            raise AttributeError(name)
        if self.file:
            self.file.seek(0)
            value = self.file.read()
            self.file.seek(0)
            return value
        return self.list

    def _found(self, key):
        if self.list is None:
            raise TypeError('not indexable')
        return [item for item in self.list if item.name == key]

    def __getitem__(self, key):
        found = self._found(key)
        if not found:
            raise KeyError(key)
        return found[0] if len(found) == 1 else found

    def getvalue(self, key, default=None):
        """The value of a field, or a list if there are several."""
        if key not in self:
            return default
        found = self[key]
        return [item.value for item in found] if type(found) is list else found.value

    def getfirst(self, key, default=None):
        """The first value of a field."""
        return self.getlist(key)[0] if key in self else default

    def getlist(self, key):
        """All values of a field."""
        return [item.value for item in self._found(key)]

    def keys(self):
        """The names, each once."""
        if self.list is None:
            raise TypeError('not indexable')
        return list(set(item.name for item in self.list))

    def __iter__(self):
        return iter(self.keys())

    def has_key(self, key):
        """Whether there is such a field."""
        return bool(self._found(key))

    __contains__ = has_key

    def __len__(self):
        return len(self.keys())

    def __nonzero__(self):
        return bool(self.list)


def _query(environ):
    if 'QUERY_STRING' in environ:
        return environ['QUERY_STRING']
    return sys.argv[1] if sys.argv[1:] else ''


def _part_headers(fp):
    import rfc822
    return rfc822.Message(fp)


def parse_multipart(fp, pdict):
    """{name: [value, ...]} of a form in parts; `pdict` holds the boundary."""
    headers = {'content-type': 'multipart/form-data; boundary="%s"' % pdict.get('boundary', '')}
    fields = {}
    for item in FieldStorage(fp, headers, environ={'REQUEST_METHOD': 'POST'}).list:
        if item.name is not None:
            fields.setdefault(item.name, []).append(item.value)
    return fields


def parse(fp=None, environ=os.environ, keep_blank_values=0, strict_parsing=0):
    """{name: [value, ...]} of a request."""
    fp = fp or sys.stdin
    environ.setdefault('REQUEST_METHOD', 'GET')
    if environ['REQUEST_METHOD'] != 'POST':
        query = environ['QUERY_STRING'] = _query(environ)
        return urlparse.parse_qs(query, keep_blank_values, strict_parsing)
    kind, options = parse_header(environ['CONTENT_TYPE'])
    if kind == 'multipart/form-data':
        return parse_multipart(fp, options)
    query = fp.read(int(environ['CONTENT_LENGTH'])) if kind == _ENCODED else ''
    if environ.get('QUERY_STRING'):
        query += '&' + environ['QUERY_STRING'] if query else environ['QUERY_STRING']
    environ['QUERY_STRING'] = query
    return urlparse.parse_qs(query, keep_blank_values, strict_parsing)


for _made in FieldStorage, MiniFieldStorage, parse_multipart, parse:
    _made.__module__ = 'cgi'
