# pymp: python=2
"""urllib2 and urllib over HTTP, with a server in a thread."""
import BaseHTTPServer, os, socket, threading, urllib, urllib2, urlparse

for name in os.environ.keys():
    if name.lower().endswith('_proxy'):
        del os.environ[name]


class Handler(BaseHTTPServer.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def answer(self, code, text, *headers):
        self.send_response(code)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_GET(self):
        path = self.path
        if path.startswith('/to/'):
            self.answer(int(path.split('/')[2]), 'moved', ('Location', path.split('/', 3)[3]))
        elif path == '/secret' and self.headers.get('Authorization') != 'Basic dTpw':
            self.answer(401, 'who?', ('WWW-Authenticate', 'Basic realm="r"'))
        elif path == '/missing':
            self.answer(404, 'not here', ('X-Kind', 'error'))
        else:
            seen = sorted((key, value.replace(str(port), 'PORT')) for key, value in self.headers.items())
            self.answer(200, '%s %s\n%s\n' % (self.command, path, seen), ('Content-Type', 'text/plain'))

    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length']))
        self.answer(200, repr((self.path, body, urlparse.parse_qs(body), self.headers['Content-Type'])))


server = BaseHTTPServer.HTTPServer(('127.0.0.1', 0), Handler)
port = server.server_port
thread = threading.Thread(target=server.serve_forever, args=(0.05,))
thread.daemon = True
thread.start()
base = 'http://127.0.0.1:%d' % port


def show(url, *args, **kwargs):
    try:
        page = urllib2.urlopen(url, *args, **kwargs)
    except urllib2.HTTPError as e:
        print 'HTTPError', e.code, e.msg, e, isinstance(e, IOError), repr(e.read()), e.geturl().replace(base, ''), e.reason
        print e.info().getheader('X-Kind'), e.hdrs is e.info()
        return
    except (urllib2.URLError, ValueError) as e:
        print type(e), str(e).replace(base, "")
        return
    print page.code, page.msg, page.getcode(), page.geturl().replace(base, ''), page.info().gettype()
    print page.readline(), page.read(5), page.readlines(), repr(page.read())
    page.close()


show(base + '/a?b=c#d')
show(base + '/form', urllib.urlencode([('a', '1 2'), ('b', '\xe9&')]))
show(urllib2.Request(base, headers={'User-agent': 'me', 'X-oNe': '1'}), timeout=5)
show(base + '/missing')
for code in 301, 302, 303, 307:
    show(base + '/to/%d//there' % code)
show(base + '/to/307//there', 'data')
show(base + '/to/302//to/302//end')
show(base + '/to/302/file:///etc/passwd')
show(base + '/secret')
show('nonsense:x')
show('nonsense')
show('http://127.0.0.1:1/')
show('http:///path')
show('file:///no/such/file')
show('file://elsewhere/x')

passwords = urllib2.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, base, 'u', 'p')
opener = urllib2.build_opener(urllib2.HTTPBasicAuthHandler(passwords))
opener.addheaders = [('User-Agent', 'other'), ('Accept', 'x/y')]
print opener.open(base + '/secret').read()


class Head(urllib2.Request):
    def get_method(self):
        return 'DELETE'


class Fixed(urllib2.BaseHandler):
    def own_open(self, req):
        return urllib2.addinfourl(urllib2.StringIO('own ' + req.get_host()), {}, req.get_full_url(), 299)


own = urllib2.build_opener(Fixed).open('own://host/x')
print own.read(), own.code, own.geturl()
try:
    opener.open(Head(base + '/x'))
except urllib2.HTTPError as e:
    print e
urllib2.install_opener(urllib2.build_opener(urllib2.ProxyHandler({'http': base}), urllib2.HTTPHandler))
print urllib2.urlopen('http://far.away/x').read()
request = urllib2.Request('HTTP://Host:81/path;p?q#frag', 'x', {'a-b': 'c'})
print request.get_type(), request.get_host(), request.get_selector(), request.get_full_url(), request.get_method()
print request.has_header('A-b'), request.get_header('A-b'), request.header_items(), request.get_origin_req_host()
print urllib2.parse_http_list('a, b="c, d" , e'), urllib2.parse_keqv_list(['a=1', 'b="2"'])

page = urllib.urlopen(base + '/plain')
print page.getcode(), page.read().split('\n')[0], page.info().getheader('content-type'), page.geturl().replace(base, '')
page = urllib.urlopen(base + '/missing')
print page.getcode(), page.read()
print urllib.urlopen(base + '/form', 'a=b').read()
print urllib.urlopen(base + '/to/302//there').read().split('\n')[0]
name, headers = urllib.urlretrieve(base + '/saved')
print open(name).readline(), headers['content-type']
urllib.urlcleanup()
print os.path.exists(name)
try:
    urllib.urlopen('http://127.0.0.1:1/')
except IOError as e:
    print repr(e.args[0]), e.args[1]
server.shutdown()
thread.join()
