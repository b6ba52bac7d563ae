# pymp: python=2
import httplib, socket, threading

def server(text, n=1):
    l=socket.socket(); l.bind(('127.0.0.1',0)); l.listen(5)
    got=[]
    def run():
        for i in range(n):
            c,_=l.accept()
            got.append(c.recv(10000)); c.sendall(text); c.close()
    t=threading.Thread(target=run); t.daemon=True; t.start()
    return l.getsockname()[1], got, t
def one(text, method='GET', path='/', body=None, headers={}):
    port, got, t = server(text)
    c=httplib.HTTPConnection('127.0.0.1', port, timeout=3)
    try:
        c.request(method, path, body, headers)
        r=c.getresponse()
        print r.status, r.reason, r.version, r.length, r.will_close, r.getheaders(), r.getheader('X','no'), r.chunked
        print repr(r.read(4)), repr(r.read()), repr(r.read()), r.isclosed()
        print repr(str(r.msg)), r.msg.items()
    except Exception as e:
        print repr(e), e, type(e).__mro__
    t.join(.2)
    print repr(got).replace(str(port),'PORT')
one('HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nx-a: 2\r\n\r\nhello')
one('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4;x=1\r\ndefg\r\n0\r\nT: 1\r\n\r\n', 'POST','/x', 'data', {'A':1})
one('HTTP/1.0 404 Not There\r\n\r\nhello','PUT','/x', '')
one('HTTP/1.0 204 None\r\nContent-Length: 5\r\n\r\n','HEAD')
one('garbage\r\n')
one('')
one('HTTP/1.1 abc OK\r\n\r\n')
one('FTP/1.1 200 OK\r\n\r\nxx')
one('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 50\r\nConnection: close\r\n\r\nhello')
one('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab')
one('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab')
one('HTTP/2.0 200 OK\r\nContent-Length: x\r\n\r\nab')
one('HTTP/3.0 200 OK\r\nContent-Length: x\r\n\r\nab')
one('', path='/a b')
one('HTTP/1.1 200 OK\r\n\r\n', headers={'a':'b\nc'})
one('HTTP/1.1 200 OK\r\n\r\n', headers={'a ':'b', 'x:':'y'})
one('HTTP/1.1 200 OK\r\n\r\n', headers={'host':'h','content-length':'3'}, body='abc', method='POST')
c=httplib.HTTPConnection('a:80')
for f in (c.getresponse, c.endheaders, lambda: c.putheader('a','b'), lambda: httplib.HTTPConnection('a:b'), lambda: httplib.HTTPConnection('a:\n'), lambda: httplib.HTTPConnection('[::1]:99').host,lambda: httplib.HTTPConnection('x:').port, lambda: httplib.HTTPConnection('127.0.0.1:1').request('GET','/'),lambda:c.putrequest('GET','/') or c.putrequest('GET','/')):
    try: print f()
    except Exception as e: print repr(e), e
one('HTTP/1.1 200 OK\r\n\r\n', method='POST')
one('HTTP/1.1 200 OK\r\n\r\n', method='DELETE')
one('HTTP/1.1 304 OK\r\nKeep-alive: 1\r\n\r\n')
e=httplib.IncompleteRead('abc',5); print repr(e),str(e),e.partial,e.expected, e.args
e=httplib.BadStatusLine('x'); print repr(e),str(e),e.line,e.args; print repr(httplib.UnknownProtocol('x')), repr(httplib.LineTooLong('hd'))
r=httplib.HTTPConnection('127.0.0.1:1'); r.set_debuglevel(1); print r.debuglevel

print sorted(httplib.responses.items()), sorted((name, value) for name, value in vars(httplib).items() if name.isupper() and isinstance(value, int) and name[0] != '_')
