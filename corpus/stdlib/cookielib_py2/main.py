# pymp: python=2
"""cookielib with urllib2 on this machine, and jars in files."""
import os, shutil, tempfile
folder = tempfile.mkdtemp(); os.chdir(folder)
for name in os.environ.keys():
    if name.lower().endswith('_proxy'):
        del os.environ[name]
import cookielib, urllib2, BaseHTTPServer, threading
class H(BaseHTTPServer.BaseHTTPRequestHandler):
    def log_message(self,*a): pass
    def do_GET(self):
        self.send_response(200)
        if self.path=='/login':
            self.send_header('Set-Cookie','sid=abc; Path=/'); self.send_header('Set-Cookie','other="x y"; Path=/private; HttpOnly')
        self.end_headers()
        self.wfile.write(repr(self.headers.get('Cookie')))
s=BaseHTTPServer.HTTPServer(('127.0.0.1',0),H)
t=threading.Thread(target=s.serve_forever,args=(0.05,)); t.start()
base='http://127.0.0.1:%d'%s.server_port
jar=cookielib.CookieJar()
o=urllib2.build_opener(urllib2.HTTPCookieProcessor(jar))
for p in '/','/login','/x','/private/y': print p, o.open(base+p).read()
for c in sorted(jar, key=lambda c: c.name): print c.name, repr(c.value), c.path, c.secure, c.discard, c.expires, c.domain
print len(jar)
jar.clear(); print len(jar), o.open(base+'/x').read()
jar.set_cookie(cookielib.Cookie(0,'n','v',None,False,'127.0.0.1',False,False,'/',True,False,None,True,None,None,{}))
print o.open(base+'/x').read()
m=cookielib.MozillaCookieJar('jar.txt'); m.set_cookie(cookielib.Cookie(0,'n','v',None,False,'127.0.0.1',False,False,'/',True,False,2**31-1,False,None,None,{})); m.save(); print open('jar.txt').read().split('\n')[-2:]
m2=cookielib.MozillaCookieJar(); m2.load('jar.txt'); print [c.name for c in m2]
s.shutdown(); t.join()
print cookielib.time2isoz(0), cookielib.http2time('Wed, 09 Feb 1994 22:23:32 GMT')
shutil.rmtree(folder)
