# pymp: python=2
"""BaseHTTPServer and SimpleHTTPServer, asked over sockets."""
import BaseHTTPServer, SimpleHTTPServer, mimetools, os, re, rfc822, shutil, socket, sys, tempfile, threading
from cStringIO import StringIO

folder = tempfile.mkdtemp()
os.chdir(folder)
os.mkdir('sub')
for name in ('a<b.txt', 'z.bin', 'sub/index.html'):
    with open(name, 'w') as out:
        out.write('this is ' + name)


class Files(SimpleHTTPServer.SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        lines.append(format % args)


class Own(Files):
    protocol_version = 'HTTP/1.1'
    server_version = 'Own/1'

    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        lines.append((self.command, self.path, self.request_version, sorted(self.headers.keys()),
                      self.headers.gettype(), self.headers.getparam('charset'), body))
        self.send_response(201)
        self.send_header('Content-Length', str(len(body)))
        self.send_header('X-Own', 'yes')
        self.end_headers()
        self.wfile.write(body[::-1])


def ask(server, text):
    sock = socket.create_connection(server.server_address)
    sock.sendall(text)
    sock.shutdown(socket.SHUT_WR)
    answer = sock.makefile().read()
    sock.close()
    print repr(text), lines
    print re.sub(r'(Date|Modified): [^\r]*', r'\1: *', answer).replace(sys.version.split()[0], '*')
    del lines[:]


def serve(handler, requests):
    server = BaseHTTPServer.HTTPServer(('127.0.0.1', 0), handler)
    print server.server_name, server.server_port == server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    for request in requests:
        ask(server, request)
    server.shutdown()
    thread.join()
    server.server_close()


lines = []
serve(Files, [
    'GET / HTTP/1.0\r\n\r\n', 'GET /sub HTTP/1.0\r\n\r\n', 'GET /sub?x=1 HTTP/1.1\r\n\r\n', 'GET /sub/ HTTP/1.0\r\n\r\n',
    'GET /a%3Cb.txt HTTP/1.0\r\n\r\n', 'HEAD /z.bin HTTP/1.1\r\nHost: x\r\n\r\n', 'GET /nope<> HTTP/1.0\r\n\r\n',
    'POST / HTTP/1.0\r\n\r\n', 'BAD\r\n', 'GET / HTTP/x\r\n\r\n', 'GET / HTTP/2.0\r\n\r\n', 'GET / FOO/1.0\r\n\r\n',
    'A B C D\r\n', 'POST /\r\n', 'GET /z.bin/ HTTP/1.0\r\n\r\n', 'GET //../z.bin HTTP/1.0\r\n\r\n', '\r\n',
    'GET /z.bin HTTP/1.0\r\nHost : x\r\n y\r\nbad\r\n\r\n'])
serve(Own, [
    'POST /p?q HTTP/1.1\r\nContent-Type: Text/Plain; charset="utf-8"; x=1\r\ncontent-length: 3\r\n\r\nabc'
    'GET /z.bin HTTP/1.1\r\nConnection: close\r\n\r\n'])

print sorted(BaseHTTPServer.BaseHTTPRequestHandler.responses.items())
print SimpleHTTPServer.SimpleHTTPRequestHandler.extensions_map['.py']
message = mimetools.Message(StringIO('A: 1\na: 2\n 3\nB-c: "x" <y@z.w>, Q <q@r>\nDate: Mon, 16 Nov 2009 13:32:02 +0100\n\nbody'))
print message.items(), message.getheaders('a'), message.getallmatchingheaders('A'), message.getheader('no', 5)
print message.getaddrlist('b-c'), message.getaddr('b-c'), message.getdate('date'), message.getdate_tz('Date')
print message.fp.read(), message.status, len(message), 'a' in message, message.has_key('x'), message.gettype()
message['New'] = 'v'
del message['a']
print str(message), message.getencoding(), message.getplist(), rfc822.formatdate(0)
shutil.rmtree(folder)
