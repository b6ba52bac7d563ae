# pymp: python=2
# Forms that a page sends: cgi.FieldStorage over queries, posts and parts, in a server of its own process too.
import BaseHTTPServer
import cgi
import multiprocessing
import os
import StringIO
import sys
import urllib
import urllib2


class Headers(dict):
    pass


def posted(body, kind, **more):
    environ = {'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': kind, 'CONTENT_LENGTH': str(len(body))}
    environ.update(more)
    return cgi.FieldStorage(StringIO.StringIO(body), environ=environ)


def show(form):
    for name in sorted(form.keys()):
        print name, form.getlist(name), form.getvalue(name), repr(form.getfirst(name)), form[name]
    print len(form), bool(form), 'x' in form, form.has_key('nope'), sorted(form), form.getvalue('nope', 5), form.type, form.length


def outcome(call, *args):
    try:
        return call(*args)
    except Exception, error:
        return '%s: %s' % (type(error).__name__, error)


ENCODED = 'application/x-www-form-urlencoded'
show(posted('x=1+2&y=%26&x=z&empty=', ENCODED))
show(posted('a=1', ENCODED, QUERY_STRING='b=2'))
show(cgi.FieldStorage(environ={'QUERY_STRING': 'q=1&q=2&r'}, keep_blank_values=1))
show(cgi.FieldStorage(environ={'REQUEST_METHOD': 'HEAD'}))
form = posted('just text\nin lines', 'text/plain')
print repr(form.value), form.list, form.file.read(), outcome(len, form), outcome(lambda: form['x']), repr(form)

PARTS = '\r\n'.join([
    'before', '--B', 'Content-Disposition: form-data; name="a"', '', 'value of a',
    '--B', 'Content-Disposition: form-data; name="file"; filename="n.txt"', 'Content-Type: text/plain; charset=x', '',
    'line 1', '--not the end', 'line 2', '',
    '--B', 'Content-Disposition: form-data; name="long"; filename="big"', 'Content-Type: application/octet-stream', '',
    '\x00\xff' * 3000,
    '--B', 'Content-Disposition: form-data; name="a"', '', '', '--B--', 'after', ''])
form = posted(PARTS, 'multipart/form-data; boundary=B')
print [(part.name, part.filename, part.type, sorted(part.type_options.items()), part.disposition, len(part.value), part.done)
       for part in form.list]
print form.getlist('a'), repr(form['file'].value), form['file'].file.readline(), form['long'].value[:4] == '\x00\xff\x00\xff'
print form['file'].headers['content-type'], form['a'][0], len(form), form.getfirst('a'), type(form['a'])
print cgi.parse_multipart(StringIO.StringIO(PARTS), {'boundary': 'B'})['a']
print outcome(posted, 'x', 'multipart/form-data')
print sorted(cgi.parse(StringIO.StringIO('a=1&a=2'), {'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': ENCODED, 'CONTENT_LENGTH': '7'}).items())
print cgi.parse(environ={'QUERY_STRING': 'z=9'}), cgi.FieldStorage.__module__, cgi.MiniFieldStorage('n', 'v')
print outcome(lambda: cgi.FieldStorage(environ={'QUERY_STRING': 'a=1&b=2&c=3'}, max_num_fields=2))


class Kept(cgi.FieldStorage):
    def make_file(self, binary=None):
        print 'a file for', self.name
        return os.tmpfile()


Kept(StringIO.StringIO(PARTS), environ={'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': 'multipart/form-data; boundary=B'})


class Handler(BaseHTTPServer.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_POST(self):
        environ = {'REQUEST_METHOD': 'POST', 'CONTENT_TYPE': self.headers['Content-Type']}
        form = cgi.FieldStorage(fp=self.rfile, headers=self.headers, environ=environ)
        self.send_response(200)
        self.end_headers()
        for field in sorted(form.keys()):
            item = form[field]
            self.wfile.write('%s=%s %s\n' % (field, getattr(item, 'filename', None), form.getlist(field)))


def serve(connection):
    server = BaseHTTPServer.HTTPServer(('127.0.0.1', 0), Handler)
    connection.send(server.server_port)
    for _ in range(2):
        server.handle_request()


if __name__ == '__main__':
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=serve, args=(theirs,))
    process.start()
    url = 'http://127.0.0.1:%d/' % ours.recv()
    opener = urllib2.build_opener(urllib2.ProxyHandler({}))
    print opener.open(url, urllib.urlencode([('foo', 'bar'), ('foo', '&'), ('n', '1 2')])).read(),
    request = urllib2.Request(url, PARTS, {'Content-Type': 'multipart/form-data; boundary=B'})
    print opener.open(request).read()[:60]
    process.join()
