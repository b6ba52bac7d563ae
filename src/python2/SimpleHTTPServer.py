"""Serves the files of the current folder over HTTP."""

__version__ = '0.6'
__all__ = ['SimpleHTTPRequestHandler']

import BaseHTTPServer
import mimetypes
import os
import posixpath
import shutil
import sys
import urllib
import urlparse
from cStringIO import StringIO


class SimpleHTTPRequestHandler(BaseHTTPServer.BaseHTTPRequestHandler):
    """GET and HEAD of files and folders."""

    server_version = 'SimpleHTTP/' + __version__

    def do_GET(self):
        found = self.send_head()
        if found:
            try:
                self.copyfile(found, self.wfile)
            finally:
                found.close()

    def do_HEAD(self):
        found = self.send_head()
        if found:
            found.close()

    def send_head(self):
        """Sends the headers; the file to send behind them, or None."""
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            parts = urlparse.urlsplit(self.path)
            if not parts.path.endswith('/'):
                self.send_response(301)
                self.send_header('Location', urlparse.urlunsplit(
                    (parts[0], parts[1], parts[2] + '/', parts[3], parts[4])))
                self.end_headers()
                return None
            for index in 'index.html', 'index.htm':
                if os.path.exists(os.path.join(path, index)):
                    path = os.path.join(path, index)
                    break
            else:
                return self.list_directory(path)
        kind = self.guess_type(path)
        try:
            # A file with a slash behind it is no folder.
            found = open(path, 'rb')
        except IOError:
            self.send_error(404, 'File not found')
            return None
        try:
            self.send_response(200)
            self.send_header('Content-type', kind)
            status = os.fstat(found.fileno())
            self.send_header('Content-Length', str(status[6]))
            self.send_header('Last-Modified', self.date_time_string(status.st_mtime))
            self.end_headers()
            return found
        except:
            found.close()
            raise

    def list_directory(self, path):
        """Sends the headers of a folder's page; the page."""
        try:
            names = os.listdir(path)
        except os.error:
            self.send_error(404, 'No permission to list directory')
            return None
        names.sort(key=lambda name: name.lower())
        import cgi
        title = cgi.escape(urllib.unquote(self.path))
        page = ['<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2 Final//EN"><html>',
                '<title>Directory listing for %s</title>' % title,
                '<body>', '<h2>Directory listing for %s</h2>' % title, '<hr>', '<ul>']
        for name in names:
            full = os.path.join(path, name)
            shown = link = name
            if os.path.isdir(full):
                shown = link = name + '/'
            if os.path.islink(full):
                shown = name + '@'
            page.append('<li><a href="%s">%s</a>' % (urllib.quote(link), cgi.escape(shown)))
        page.extend(['</ul>', '<hr>', '</body>', '</html>', ''])
        text = '\n'.join(page)
        self.send_response(200)
        self.send_header('Content-type', 'text/html; charset=%s' % sys.getfilesystemencoding())
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        return StringIO(text)

    def translate_path(self, path):
        """The file that a path of a URL names."""
        path = path.split('?', 1)[0].split('#', 1)[0]
        slash = path.rstrip().endswith('/')
        words = filter(None, posixpath.normpath(urllib.unquote(path)).split('/'))
        path = os.getcwd()
        for word in words:
            if os.path.dirname(word) or word in (os.curdir, os.pardir):
                continue
            path = os.path.join(path, word)
        return path + '/' if slash else path

    def copyfile(self, source, outputfile):
        shutil.copyfileobj(source, outputfile)

    def guess_type(self, path):
        extension = posixpath.splitext(path)[1]
        for known in (extension, extension.lower()):
            if known in self.extensions_map:
                return self.extensions_map[known]
        return self.extensions_map['']

    if not mimetypes.inited:
        mimetypes.init()
    extensions_map = mimetypes.types_map.copy()
    extensions_map.update({'': 'application/octet-stream', '.py': 'text/plain', '.c': 'text/plain',
                           '.h': 'text/plain'})


def test(HandlerClass=SimpleHTTPRequestHandler, ServerClass=BaseHTTPServer.HTTPServer):
    BaseHTTPServer.test(HandlerClass, ServerClass)


if __name__ == '__main__':
    test()
