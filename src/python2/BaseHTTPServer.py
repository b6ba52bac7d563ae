"""The server's side of HTTP: requests go to methods that are named after them."""

import mimetools
import re as _re
import socket
import sys
import time

import httplib as _httplib
import SocketServer
from _library3 import library as _library

__version__ = '0.3'

__all__ = 'HTTPServer BaseHTTPRequestHandler'.split()

DEFAULT_ERROR_CONTENT_TYPE = 'text/html'
DEFAULT_ERROR_MESSAGE = ''.join(line + '\n' for line in [
    '<head>', '<title>Error response</title>', '</head>', '<body>', '<h1>Error response</h1>', '<p>Error code %(code)d.',
    '<p>Message: %(message)s.', '<p>Error code explanation: %(code)s = %(explain)s.', '</body>'])

#: What replaces characters that mean something in HTML; the first one first.
_ESCAPES = [('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;')]
_LONGEST = 1 << 16


def _quote_html(html):
    return reduce(lambda text, pair: text.replace(*pair), _ESCAPES, html)


def _explained():
    """By number: the phrase, and what it means. The library's texts, with the differences of Python 2."""
    with_point = set([205, 206, 305, 502, 505] + range(405, 418))
    older = {413: 'Entity is too large', 415: 'Entity body in unsupported format'}
    found = {}
    for status in _library('http').HTTPStatus:
        code = status.value
        if code in _httplib.responses:
            text = older.get(code, status.description)
            found[code] = _httplib.responses[code], text + ('.' if code in with_point else '')
    return found


class HTTPServer(SocketServer.TCPServer):
    """Listens, and knows its own name and port."""

    allow_reuse_address = int(True)

    def server_bind(self):
        SocketServer.TCPServer.server_bind(self)
        place = self.socket.getsockname()
        self.server_name, self.server_port = socket.getfqdn(place[0]), place[1]


class BaseHTTPRequestHandler(SocketServer.StreamRequestHandler):
    """Serves the requests of a connection, `GET` by a method `do_GET` and so on.

    The methods find the request in `command`, `path`, `headers` and `rfile`, and answer with `send_response`,
    `send_header`, `end_headers` and what they write to `wfile`.
    """

    server_version = 'BaseHTTP/' + __version__
    sys_version = 'Python/' + '%d.%d.%d' % sys.version_info[:3]
    default_request_version, protocol_version = 'HTTP/0.9', 'HTTP/1.0'
    error_message_format, error_content_type = DEFAULT_ERROR_MESSAGE, DEFAULT_ERROR_CONTENT_TYPE
    MessageClass = mimetools.Message
    responses = _explained()
    weekdayname = 'Mon Tue Wed Thu Fri Sat Sun'.split()
    monthname = [None] + 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()

    # ------------------------------------------------------------ requests

    def handle(self):
        """One request after the other, until one asks for the end."""
        self.close_connection = 1
        while True:
            self.handle_one_request()
            if self.close_connection:
                return

    def handle_one_request(self):
        try:
            action = self._next_action()
            if action is not None:
                action()
                self.wfile.flush()
        except socket.timeout as late:
            self.close_connection = 1
            self.log_error('Request timed out: %r', late)

    def _next_action(self):
        """What answers the next request; None when it is answered already, or there is none."""
        self.raw_requestline = line = self.rfile.readline(_LONGEST + 1)
        if len(line) > _LONGEST:
            self.command = self.requestline = self.request_version = ''
            self.send_error(414)
        elif line == '':
            self.close_connection = 1
        elif self.parse_request():
            action = getattr(self, 'do_' + self.command, None)
            if action is not None:
                return action
            self.send_error(501, 'Unsupported method (%r)' % self.command)

    def parse_request(self):
        """Reads the head of a request; whether it is one. If not, it is answered with an error, unless it is empty."""
        self.command, self.close_connection = None, 1
        self.request_version = self.default_request_version
        self.requestline = self.raw_requestline.rstrip('\r\n')
        words = self.requestline.split()
        problem = self._wrong_with(words)
        if problem or not words:
            if problem:
                self.send_error(*problem)
            return False
        self.command, self.path = words[:2]
        self.request_version = (words + [self.default_request_version])[2]
        self.headers = self.MessageClass(self.rfile, 0)
        self._follow(self.headers.get('Connection', ''))
        return True

    def _wrong_with(self, words):
        """The error for the first line, or None."""
        if len(words) == 3:
            found = _re.match(r'HTTP/((\d+)\.(\d+))\Z', words[2])
            if found is None:
                return 400, 'Bad request version (%r)' % words[2]
            version = int(found.group(2)), int(found.group(3))
            if version >= (2, 0):
                return 505, 'Invalid HTTP Version (%s)' % found.group(1)
            self.close_connection = int(version < (1, 1) or self.protocol_version < 'HTTP/1.1')
        elif len(words) == 2:
            if words[0] != 'GET':
                return 400, 'Bad HTTP/0.9 request type (%r)' % words[0]
        elif words:
            return 400, 'Bad request syntax (%r)' % self.requestline

    def _follow(self, wish):
        """What one end says about the connection after this request."""
        word = wish.lower()
        if word == 'close' or word == 'keep-alive' and self.protocol_version >= 'HTTP/1.1':
            self.close_connection = int(word == 'close')

    # ------------------------------------------------------------ answers

    def send_error(self, code, message=None):
        """A whole answer that says what is wrong."""
        phrase, explain = self.responses.get(code, ('???', '???'))
        text = phrase if message is None else message
        self.log_error('code %d, message %s', code, text)
        page = ''
        if code // 100 != 1 and code not in (204, 205, 304):
            values = {'code': code, 'message': _quote_html(text), 'explain': explain}
            page = self.error_message_format % values
        self.send_response(code, text)
        for header in [('Connection', 'close')] + ([('Content-Type', self.error_content_type)] if page else []):
            self.send_header(*header)
        self.end_headers()
        if page and self.command != 'HEAD':
            self.wfile.write(page)

    def _write_head(self, text):
        """Those who ask in the oldest way get nothing but the page."""
        if self.request_version != 'HTTP/0.9':
            self.wfile.write(text + '\r\n')

    def send_response(self, code, message=None):
        """The first line, and the headers that every answer has."""
        self.log_request(code)
        phrase = self.responses.get(code, ('',))[0] if message is None else message
        self._write_head('%s %d %s' % (self.protocol_version, code, phrase))
        for name, value in ('Server', self.version_string), ('Date', self.date_time_string):
            self.send_header(name, value())

    def send_header(self, keyword, value):
        self._write_head('%s: %s' % (keyword, value))
        if keyword.lower() == 'connection' and value.lower() in ('close', 'keep-alive'):
            self.close_connection = int(value.lower() == 'close')

    def end_headers(self):
        self._write_head('')

    # ------------------------------------------------------------ the log

    def log_request(self, code='-', size='-'):
        self.log_message('"%s" %s %s', *(self.requestline, str(code), str(size)))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def log_message(self, format, *args):
        """Writes a line to the standard error."""
        head = '%s - - [%s] ' % (self.client_address[0], self.log_date_time_string())
        sys.stderr.write(head + format % args + '\n')

    # ------------------------------------------------------------ texts

    def version_string(self):
        return '%s %s' % (self.server_version, self.sys_version)

    def date_time_string(self, timestamp=None):
        """A time in seconds as headers have it."""
        now = time.gmtime(time.time() if timestamp is None else timestamp)
        form = '{0}, {1.tm_mday:02} {2:3} {1.tm_year:4} {1.tm_hour:02}:{1.tm_min:02}:{1.tm_sec:02} GMT'
        return form.format(self.weekdayname[now.tm_wday], now, self.monthname[now.tm_mon])

    def log_date_time_string(self):
        """The time of day here, for the log."""
        now = time.localtime(time.time())
        form = '{0.tm_mday:02}/{1:3}/{0.tm_year:04} {0.tm_hour:02}:{0.tm_min:02}:{0.tm_sec:02}'
        return form.format(now, self.monthname[now.tm_mon])

    def address_string(self):
        """Who asks, by name."""
        return socket.getfqdn(self.client_address[0])


def test(HandlerClass=BaseHTTPRequestHandler, ServerClass=HTTPServer, protocol='HTTP/1.0'):
    """Serves for good, at the port that the first argument gives."""
    HandlerClass.protocol_version = protocol
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    server = ServerClass(('', port), HandlerClass)
    print 'Serving HTTP on %s port %s ...' % server.socket.getsockname()[:2]
    server.serve_forever()


if __name__ == '__main__':
    test()
