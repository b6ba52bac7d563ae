"""A server that runs programs for its pages: those in certain folders, which write the page (CGI)."""

import os
import select
import sys
import urllib

import BaseHTTPServer
import SimpleHTTPServer
from _library3 import library as _library

_subprocess = _library('subprocess')

__version__ = '0.4'

__all__ = ['CGIHTTPRequestHandler']

#: Headers of a request, by the variables that a program finds them in.
_HEADERS = [('HTTP_REFERER', 'referer'), ('HTTP_USER_AGENT', 'user-agent'), ('CONTENT_LENGTH', 'content-length')]
#: What a program may rely on.
_EMPTY = ['QUERY_STRING', 'REMOTE_HOST', 'CONTENT_LENGTH', 'HTTP_USER_AGENT', 'HTTP_COOKIE', 'HTTP_REFERER']

nobody = None


def nobody_uid():
    """The number of the user `nobody`, else one above all that there are."""
    global nobody
    if not nobody:
        import pwd
        try:
            nobody = pwd.getpwnam('nobody')[2]
        except KeyError:
            nobody = 1 + max(entry[2] for entry in pwd.getpwall())
    return nobody


def executable(path):
    """Whether somebody may run the file."""
    try:
        mode = os.stat(path).st_mode
    except os.error:
        return False
    return mode & 0o111 != 0


def _url_collapse_path(path):
    """The path of a URL without `.`, `..` and what is empty: all but the last part, a slash, the last part.

    IndexError where it leads above the root.
    """
    path, mark, query = path.partition('?')
    given = urllib.unquote(path).split('/')
    kept = []
    for part in given[:-1]:
        if part == '..':
            kept.pop()
        elif part not in ('', '.'):
            kept.append(part)
    last = given[-1]
    if last == '..':
        kept.pop()
    if last in ('.', '..'):
        last = ''
    return '/' + '/'.join(kept) + '/' + last + mark + query


class CGIHTTPRequestHandler(SimpleHTTPServer.SimpleHTTPRequestHandler):
    """Answers GET, HEAD and POST with what programs write, and GET and HEAD with files besides."""

    have_fork = hasattr(os, 'fork')
    # What a program is to read must not have been read before.
    rbufsize = 0
    cgi_directories = ['/cgi-bin', '/htbin']

    def do_POST(self):
        if self.is_cgi():
            self.run_cgi()
        else:
            self.send_error(501, 'Can only POST to CGI scripts')

    def send_head(self):
        if self.is_cgi():
            return self.run_cgi()
        return SimpleHTTPServer.SimpleHTTPRequestHandler.send_head(self)

    def is_cgi(self):
        """Whether the path is in a folder of programs; `cgi_info` is the folder and what follows then."""
        collapsed = _url_collapse_path(self.path)
        end = collapsed.find('/', 1)
        folder, rest = collapsed[:end], collapsed[end + 1:]
        if folder not in self.cgi_directories:
            return False
        self.cgi_info = folder, rest
        return True

    def is_executable(self, path):
        return executable(path)

    def is_python(self, path):
        return os.path.splitext(path)[1].lower() in ('.py', '.pyw')

    def run_cgi(self):
        """Runs the program and sends what it writes."""
        name, rest, query = self._named_program()
        path = self.translate_path(name)
        problem = self._refused_program(name, path)
        if problem:
            self.send_error(*problem)
            return
        environ = self._program_environment(name, rest, query)
        self.send_response(200, 'Script output follows')
        self._reply_of_program(path, query.replace('+', ' '), environ)

    def _named_program(self):
        """The program's path, what follows it, and the query."""
        folder, rest = self.cgi_info
        path, _, query = rest.partition('?')
        while '/' in path:
            first, left = path.split('/', 1)
            if not os.path.isdir(self.translate_path(folder + '/' + first)):
                break
            folder, path = folder + '/' + first, left
        name, slash, below = path.partition('/')
        return folder + '/' + name, slash + below, query

    def _refused_program(self, name, path):
        if not os.path.exists(path):
            return 404, 'No such CGI script (%r)' % name
        if not os.path.isfile(path):
            return 403, 'CGI script is not a plain file (%r)' % name
        if not self.is_python(path) and not self.is_executable(path):
            return 403, 'CGI script is not executable (%r)' % name

    def _program_environment(self, name, rest, query):
        environ = dict(os.environ)
        below = urllib.unquote(rest)
        environ.update(
            SERVER_SOFTWARE=self.version_string(), SERVER_NAME=self.server.server_name, GATEWAY_INTERFACE='CGI/1.1',
            SERVER_PROTOCOL=self.protocol_version, SERVER_PORT=str(self.server.server_port), REQUEST_METHOD=self.command,
            PATH_INFO=below, PATH_TRANSLATED=self.translate_path(below), SCRIPT_NAME=name,
            REMOTE_ADDR=self.client_address[0])
        if query:
            environ['QUERY_STRING'] = query
        host = self.address_string()
        if host != self.client_address[0]:
            environ['REMOTE_HOST'] = host
        self._name_user(environ)
        self._pass_headers(environ)
        for key in _EMPTY:
            environ.setdefault(key, '')
        return environ

    def _name_user(self, environ):
        words = self.headers.getheader('authorization', '').split()
        if len(words) != 2:
            return
        environ['AUTH_TYPE'] = words[0]
        if words[0].lower() == 'basic':
            try:
                user = words[1].decode('base64').split(':')
            except ValueError:
                return
            if len(user) == 2:
                environ['REMOTE_USER'] = user[0]

    def _pass_headers(self, environ):
        headers = self.headers
        environ['CONTENT_TYPE'] = headers.type if headers.typeheader is None else headers.typeheader
        for key, name in _HEADERS:
            if headers.getheader(name):
                environ[key] = headers.getheader(name)
        accepted = []
        for line in headers.getallmatchingheaders('accept'):
            accepted += [line.strip()] if line[:1].isspace() else line[7:].split(',')
        environ['HTTP_ACCEPT'] = ','.join(accepted)
        cookies = filter(None, headers.getheaders('cookie'))
        if cookies:
            environ['HTTP_COOKIE'] = ', '.join(cookies)

    def _reply_of_program(self, path, query, environ):
        command = [path]
        if not executable(path):
            command = [sys.executable, '-u', path]
        if '=' not in query:
            command.append(query)
        try:
            size = int(self.headers.getheader('content-length'))
        except (TypeError, ValueError):
            size = 0
        content = self.rfile.read(size) if self.command.lower() == 'post' and size > 0 else None
        # Whatever else was sent goes: a connection with something left in it would be cut off.
        while select.select([self.rfile], [], [], 0)[0]:
            if not self.rfile.read(1):
                break
        self.wfile.flush()
        # Who may be anybody is nobody here.
        user = nobody_uid() if os.getuid() == 0 else None
        child = _subprocess.Popen(
            command, stdin=_subprocess.PIPE, stdout=_subprocess.PIPE, env=environ, user=user or None)
        self.wfile.write(child.communicate(content)[0])
        if child.returncode:
            self.log_error('CGI script exit status %#x', child.returncode)


def test(HandlerClass=CGIHTTPRequestHandler, ServerClass=BaseHTTPServer.HTTPServer):
    """Serves the current directory; `python -m CGIHTTPServer PORT`."""
    SimpleHTTPServer.test(HandlerClass, ServerClass)


if __name__ == '__main__':
    test()
