# pymp: python=2
"""urllib2 without a network: requests, passwords, openers."""
import urllib2
print urllib2.parse_http_list('a="b\\"c", d="e\\,f", g="h\\\\i"'), urllib2.parse_http_list('path"o,l"og"i"cal, example, "x, y'), urllib2.parse_http_list(''), urllib2.parse_http_list('a,,b'), urllib2.parse_keqv_list(['a=b=c','d="e"'])
import socket
class M(urllib2.Request): pass
r=urllib2.Request('http://u:p@H:80/a b#f', headers={'a-B':'c'})
print r.get_host(), r.get_selector(), r.host, r.type, r.has_data(), r.get_data(), r.is_unverifiable(), r.origin_req_host, r.port
r.set_proxy('prox:3128','http'); print r.get_host(), r.get_selector(), r.has_proxy(), r.get_type()
r=urllib2.Request('https://h/x'); r.get_type(); r.get_host(); r.set_proxy('prox:3128','http'); print r.get_host(), r.get_selector(), r.has_proxy(), r.get_type(), r._tunnel_host
for u in ['x','//h/p','http:x','http://','']:
    try: q=urllib2.Request(u); print u, q.get_type(), q.get_host(), q.get_selector()
    except Exception as e: print repr(u), repr(e)
m=urllib2.HTTPPasswordMgr(); m.add_password('r',['http://a/b','c.com:80'],'u','p'); m.add_password('q','http://a/b/c','x','y')
for u in ['http://a/b/d','a','http://a','c.com','http://c.com/','http://c.com:80/z','http://a:80/b','https://a/b']: print m.find_user_password('r',u), m.find_user_password('q',u), m.find_user_password('zz',u), m.reduce_uri(u), m.reduce_uri(u,False)
e=urllib2.HTTPError('u',404,'m',{'a':1},None); print repr(e), str(e), e.args, e.code, e.reason, e.info(), e.filename, isinstance(e, urllib2.URLError)
e=urllib2.URLError('why'); print repr(e), e, e.reason, e.args
for p in ['h:1','http://u:p@h:1/x','u@h','http:/x','//h','http://h']:
    try: print urllib2._parse_proxy(p)
    except Exception as e: print repr(e)
class A(urllib2.AbstractDigestAuthHandler):
    def get_cnonce(self,n): return 'CN'
d=A(); d.add_password('r','http://h/','user','pw')
q=urllib2.Request('http://h/p')
print d.get_authorization(q,{'realm':'r','nonce':'n','qop':'auth','opaque':'o'}), d.get_authorization(q,{'realm':'r','nonce':'n'}), d.get_authorization(q,{'realm':'zz','nonce':'n'}), d.get_authorization(q,{'realm':'r','nonce':'n','qop':'auth','algorithm':'SHA'})
for c in 'HTTPBasicAuthHandler ProxyBasicAuthHandler HTTPDigestAuthHandler ProxyDigestAuthHandler CacheFTPHandler HTTPSHandler Request HTTPError URLError BaseHandler'.split():
    k=getattr(urllib2,c); print c, k.__module__, [b.__name__ for b in k.__bases__], type(k), getattr(k,'handler_order',None), getattr(k,'auth_header',None)
o=urllib2.build_opener(); print o.addheaders, [h.__class__.__name__ for h in o.handlers]
try: o.add_handler(5)
except TypeError as e: print e
for f in (lambda: urllib2.urlopen('ftp:///x'), lambda: urllib2.urlopen('file://nohost.invalid/x'), lambda: urllib2.urlopen(5)):
    try: f()
    except Exception as e: print type(e), e
