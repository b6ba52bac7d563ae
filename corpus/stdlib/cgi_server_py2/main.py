# pymp: python=2
"""A server that runs programs for its pages, and one that it does not take for programs."""
import BaseHTTPServer
import CGIHTTPServer
import httplib
import os
import sys
import threading
import urllib

PROGRAM = '''#!%s
import os, sys
print 'Content-type: text/plain'
print
for name in ('REQUEST_METHOD', 'SCRIPT_NAME', 'PATH_INFO', 'QUERY_STRING', 'CONTENT_TYPE', 'CONTENT_LENGTH', 'HTTP_COOKIE',
             'HTTP_ACCEPT', 'REMOTE_USER', 'GATEWAY_INTERFACE', 'HTTP_REFERER'):
    print name, repr(os.environ.get(name))
print sys.argv[1:], repr(sys.stdin.read(int(os.environ['CONTENT_LENGTH'] or 0)))
''' % sys.executable


# Root's programs would run as nobody, who may not come to this folder.
CGIHTTPServer.nobody_uid = os.getuid


class Handler(CGIHTTPServer.CGIHTTPRequestHandler):
    def log_message(self, *args):
        pass


for folder in ('cgi-bin', 'cgi-bin/below', 'htbin'):
    os.mkdir(folder)
for path in ('cgi-bin/page.py', 'cgi-bin/below/page', 'htbin/plain'):
    with open(path, 'w') as f:
        f.write(PROGRAM)
    os.chmod(path, 0o755 if path != 'htbin/plain' else 0o644)
with open('file.txt', 'w') as f:
    f.write('no program')
server = BaseHTTPServer.HTTPServer(('127.0.0.1', 0), Handler)
thread = threading.Thread(target=server.serve_forever)
thread.daemon = True
thread.start()


def ask(method, path, content=None, **headers):
    connection = httplib.HTTPConnection('127.0.0.1', server.server_port)
    connection.request(method, path, content, dict((name.replace('_', '-'), value) for name, value in headers.items()))
    answer = connection.getresponse()
    text = answer.read()
    print method, path, answer.status, answer.reason, answer.getheader('content-type')
    print text if answer.status == 200 else len(text) > 0


ask('GET', '/cgi-bin/page.py')
ask('GET', '/cgi-bin/page.py/more/path?a=1&b=2', Cookie='c=d', Accept='text/plain, text/html')
ask('GET', '/cgi-bin/below/page?two+words', Referer='elsewhere')
ask('POST', '/cgi-bin/page.py', urllib.urlencode({'key': 'a value'}), Content_Type='application/x-www-form-urlencoded')
ask('GET', '/cgi-bin%2fpage.py?x=%41', Authorization='Basic ' + 'name:word'.encode('base64').strip())
ask('GET', '/cgi-bin/missing')
ask('GET', '/cgi-bin/below')
ask('GET', '/htbin/plain')
ask('POST', '/file.txt', 'text')
ask('GET', '/file.txt')
for path in ('', '/a/b/../c', '//x//./y', '/a/..', 'a?b/../c', '/a/b/', '/a/../../b'):
    try:
        print repr(CGIHTTPServer._url_collapse_path(path))
    except IndexError as e:
        print path, e
print CGIHTTPServer.executable('cgi-bin/page.py'), CGIHTTPServer.executable('file.txt'), CGIHTTPServer.executable('none')
server.shutdown()
