# pymp: python=2
"""Cookies: texts read and written, and what is refused."""
import Cookie as C, re
print C._quote('a b'), C._quote('a'), C._quote(''), C._quote('a"b\\c;,\n\xff('), repr(C._unquote('"a\\"b\\\\c\\073\\054\\012\\377("')), repr(C._unquote('"')), repr(C._unquote('x')), repr(C._unquote('"\\9\\"')), repr(C._unquote('"a\\')), repr(C._unquote('"\\400"'))
for s in ['a=b','a=b; c=d','a="x;y"; Path=/; secure','a=b; secure; httponly; Path=/x; Max-Age=5','$Version=1; a=b; $Path=/','Path=/; a=b','a','a;b=c','a=','a==b','a=b c=d','a=b,c=d','a="b','a=\xe9; b=1',' a = b ;c=d','expires=x','a=b; expires=Wed, 01-Jan-2010 10:00:00 GMT; c=d','a=b; expires=Wed, 01 Jan 2010 10:00:00 GMT','x[1]=2','x=[1]','a:b=c; d=e','a=b;;c=d','a=b; PATH=/Y; Domain="q"','a=b; Secure=1','key=value; key=other', 'a=b; version=1; comment=hi there','\x00=1','a={"x":1}; b=2','na me=1', u'a=b']:
    c=C.SimpleCookie()
    try: c.load(s); print repr(s), [(k,m.value,m.coded_value,sorted((x,y) for x,y in m.items() if y!='')) for k,m in sorted(c.items())], repr(c.output())
    except Exception as e: print repr(s), type(e), e
m=C.Morsel(); m.set('a',1,'1'); print m, repr(m), m.isReservedKey('PATH'), m.OutputString(), m.js_output(); m['expires']=0; print re.sub(r'[A-Z]\w\w, \d\d \w+ ', 'day ', re.sub(r'[A-Z]\w\w, \d\d-?\w+-?', 'day ', m.OutputString()))[:20]; m['max-age']=5; m['secure']=False; m['comment']=7; print m.OutputString(['max-age','secure','comment']), re.sub(r'\d', '9', m.output(header='X:'))[-20:]
m2=C.Morsel(); print m2==C.Morsel(), len(m2), m2.key
for f in (lambda: m.set('Path',1,'1'), lambda: m.set('a b',1,'1'), lambda: m.set('',1,'1'), lambda: m.__setitem__('foo',1)):
    try: print f()
    except C.CookieError as e: print repr(e)
c=C.SimpleCookie(); c['a']=1; c['b']='x y'; c['c']=u'u'; c['a']['path']='/'; print c, repr(c), c.js_output(); c['a']=2; print c['a']['path'], c['a'].value
c.load({'q':'r','z':5}); print sorted(c.keys()); d=C.SimpleCookie(c.output()); print sorted(d.keys())
print C.Cookie is C.SmartCookie, C.SmartCookie('a=b').__class__, C.BaseCookie({'a':'b'}), [k.__bases__ for k in (C.SimpleCookie,C.BaseCookie,C.Morsel)]
import copy, pickle
print copy.deepcopy(c).output(), pickle.loads(pickle.dumps(c)).output()
