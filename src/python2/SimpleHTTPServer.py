"""Serves the files below the current directory."""

import BaseHTTPServer
import mimetypes
import os
import posixpath
import shutil
import sys
import urllib
import urlparse
from cStringIO import StringIO

__version__ = '0.6'

__all__ = ['SimpleHTTPRequestHandler']

#: Types that files have beside those of `mimetypes`.
_TYPES = {'': 'application/octet-stream'}
_TYPES.update(dict.fromkeys(['.py', '.c', '.h'], 'text/plain'))
_LIST = ('<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><html>\n<title>Directory listing for %(path)s</title>\n'
         '<body>\n<h2>Directory listing for %(path)s</h2>\n<hr>\n<ul>\n%(items)s</ul>\n<hr>\n</body>\n</html>\n')
_ITEM = '<li><a href="%s">%s</a>\n'


class SimpleHTTPRequestHandler(BaseHTTPServer.BaseHTTPRequestHandler):
    """Answers GET and HEAD with files, and with lists of directories that have no index.html."""

    server_version = 'SimpleHTTP/%s' % __version__
    if not mimetypes.inited:
        mimetypes.init()
    extensions_map = dict(mimetypes.types_map, **_TYPES)

    def do_GET(self):
        self._answer(self.copyfile)

    def do_HEAD(self):
        self._answer(lambda source, target: None)

    def _answer(self, copy):
        source = self.send_head()
        if source is None:
            return
        try:
            copy(source, self.wfile)
        finally:
            source.close()

    def send_head(self):
        """Sends all but the content; a file with that, or None when there is nothing more to send."""
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            asked = urlparse.urlsplit(self.path)
            if not asked.path.endswith('/'):
                # Names in the page are in relation to the directory.
                self._send(301, [('Location', asked._replace(path=asked.path + '/').geturl())])
                return None
            indexes = filter(os.path.exists, [os.path.join(path, 'index.' + ending) for ending in ('html', 'htm')])
            if not indexes:
                return self.list_directory(path)
            path = indexes[0]
        kind = self.guess_type(path)
        try:
            source = open(path, 'rb')
        except IOError:
            self.send_error(404, 'File not found')
            return None
        about = os.fstat(source.fileno())
        self._send(200, [('Content-type', kind), ('Content-Length', str(about.st_size)),
                         ('Last-Modified', self.date_time_string(about.st_mtime))])
        return source

    def _send(self, code, headers):
        self.send_response(code)
        for header in headers:
            self.send_header(*header)
        self.end_headers()

    def list_directory(self, path):
        """Like `send_head`, for a list of what is in a directory."""
        try:
            names = sorted(os.listdir(path), key=str.lower)
        except OSError:
            self.send_error(404, 'No permission to list directory')
            return None
        quote = BaseHTTPServer._quote_html
        items = ''.join(_ITEM % (urllib.quote(link), quote(shown)) for link, shown in
                        (_link(os.path.join(path, name), name) for name in names))
        page = _LIST % {'path': quote(urllib.unquote(self.path)), 'items': items}
        kind = 'text/html; charset=%s' % sys.getfilesystemencoding()
        self._send(200, [('Content-type', kind), ('Content-Length', str(len(page)))])
        return StringIO(page)

    def translate_path(self, path):
        """The file for a path in a URL: never outside of the current directory."""
        named = path.partition('?')[0].partition('#')[0]
        steps = posixpath.normpath(urllib.unquote(named)).split('/')
        inside = [step for step in steps if step not in ('', os.curdir, os.pardir) and not os.path.dirname(step)]
        found = os.path.join(os.getcwd(), *inside)
        return found + '/' if named.rstrip().endswith('/') else found

    def copyfile(self, source, outputfile):
        shutil.copyfileobj(source, outputfile)

    def guess_type(self, path):
        """The type of content, by the name's ending."""
        ending = posixpath.splitext(path)[1]
        known = [kind for kind in map(self.extensions_map.get, (ending, ending.lower(), '')) if kind]
        return known[0]


def _link(path, name):
    """What a name in a list leads to, and what is shown: with a slash for a directory, an @ for a link."""
    link = name + '/' if os.path.isdir(path) else name
    return link, name + '@' if os.path.islink(path) else link


def test(HandlerClass=SimpleHTTPRequestHandler, ServerClass=BaseHTTPServer.HTTPServer):
    """Serves for good, at the port that the first argument gives."""
    BaseHTTPServer.test(*(HandlerClass, ServerClass))


if __name__ == '__main__':
    test()
