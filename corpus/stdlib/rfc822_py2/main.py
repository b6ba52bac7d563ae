# pymp: python=2
"""Headers, addresses and dates: rfc822, mimetools and the headers of httplib."""
import rfc822, mimetools, StringIO, time
def t(f,*a):
    try: r=f(*a)
    except Exception as e: r=repr(e)
    print repr(r),
addrs=['a@b.c','Joe <j@x>','"Joe Q" <j@x>','<a@b>','a@b (Joe)','(c) a@b','a, b@c','Group: a@b, c@d;','Joe Q. Public <john.q@x.com>','"a\\"b" <c@d>','a@[1.2.3.4]','<@r1,@r2:a@b>','a b c','','  ','a@b,','<>','"x"','a.b@c.d','joe @ x . y','Name\n <a@b>','=?q?= <a@b>',"a@b <c@d>",'x(y)z@w(q) , r','<a@b','"un','(un','a;b','@x','a<b>c','j@x (a(b)c)','Group:;','a\\,b@c']
for a in addrs:
    print repr(a),; t(lambda: rfc822.AddressList(a).addresslist); t(rfc822.parseaddr,a); t(lambda: str(rfc822.AddressList(a))); print
dates=['Mon, 16 Nov 2009 13:32:02 +0100','16 Nov 2009 13:32','Mon, 16 Nov 2009 13:32:02 GMT','Mon Nov 16 13:32:02 2009','16-Nov-09 13:32:02 EST','Monday, 16-Nov-09 13:32:02 -0530','','x','1 Jan 70 0:0:0','Nov 16 2009','2009-11-16','Mon, 16 Nov 2009 13.32.02 +0100','16 november 2009 1:2','Tue, 16 Nov 2009','Thu, 01 Jan 1970 00:00:00 +0000','16 Foo 2009 1:2:3','Mon,16 Nov 2009 13:32:02 PDT','16 Nov 2009 13:32:02 +0100 (CET)','Fri, 16 Nov 09 13:32:02 Z','a b c d e','Wed Sep  1 02:03:04 EDT 1999','16 Nov 2009 99:1','16 Nov 2009 1:2:3:4','16 Nov 2009 +0100','16 Nov 69 1:1','16 Nov 68 1:1', 'Nov, 16 2009 1:2:3','16 Nov 2009 1:2:3 -0000']
for d in dates: print repr(d),; t(rfc822.parsedate_tz,d); t(rfc822.parsedate,d); print
t(rfc822.mktime_tz,(2009,11,16,13,32,2,0,1,0,3600)); t(rfc822.mktime_tz,(2009,11,16,13,32,2,0,1,0,0)); t(rfc822.formatdate,0); t(rfc822.formatdate,1258374722.5)
t(rfc822.quote,'a"b\\c'); t(rfc822.unquote,'"a"'); t(rfc822.unquote,'<a>'); t(rfc822.unquote,'a'); t(rfc822.unquote,'"a'); t(rfc822.dump_address_pair,('n','a')); t(rfc822.dump_address_pair,('','a')); print
a=rfc822.AddressList('a@b, c@d'); b=rfc822.AddressList('c@d, e@f'); print str(a+b),'|',str(a-b),'|',len(a),a[0]; a+=b; print a; a-=b; print a
msgs=['A: 1\nB: 2\n\nbody','A: 1\r\na: 2\r\n c\r\nX-y:z\r\n\r\nbody\r\n','From x y\nA: b\n\nq','A:1\nbad line\nB:2\n\nbody','\nbody','','A: 1','A: 1\n\n','A : 1\nB: 2\n\n',' cont\nA: 1\n\n',':x\nA: 1\n\n','#x\nA: 1\n\n','A: \n b\n\tc\n\n','A:    x   \n\n']
for cls in rfc822.Message, mimetools.Message:
    for m in msgs:
        for seek in 0,1:
            f=StringIO.StringIO(m); x=cls(f,seek)
            print repr(m), x.headers, x.items(), x.status, repr(x.unixfrom), repr(f.read()), repr(str(x)), len(x), x.startofheaders, x.startofbody
        print x.keys(), x.values(), x.getheaders('a'), x.getheader('A'), x.getrawheader('a'), x.getallmatchingheaders('a'), x.getfirstmatchingheader('a'), x.get('zz','d'), 'a' in x, x.has_key('B'), list(iter(x)), x.dict
        t(x.__getitem__,'zz'); t(x.rewindbody); print
m=rfc822.Message(StringIO.StringIO('A: 1\nTo: a@b, Joe <c@d>\nTo: e@f\nDate: Mon, 16 Nov 2009 13:32:02 +0100\n\n'))
print m.getaddr('to'), m.getaddrlist('TO'), m.getaddrlist('cc'), m.getaddr('x'), m.getdate('date'), m.getdate_tz('date'), m.getdate('x')
m['B']='x\ny'; m['a']='new'; print m.headers, m.items(); del m['to']; print m.headers, m.setdefault('Q','w'), m.setdefault('q','z'), m.headers; t(m.__delitem__,'nope')
for ct in ['text/html; charset="utf-8"; x=1; y','TEXT/Plain','','foo','multipart/mixed; boundary=abc','a/b;c="d;e";f=g', 'text/html;charset=UTF-8;;', 'text/']:
    m=mimetools.Message(StringIO.StringIO('Content-Type: %s\nContent-Transfer-Encoding: BASE64\n\n'%ct))
    print repr(ct), m.type, m.maintype, m.subtype, m.plist, m.gettype(), m.getmaintype(), m.getsubtype(), m.getplist(), m.getparam('charset'), m.getparam('BOUNDARY'), m.getparamnames(), m.getencoding(), m.typeheader, m.encodingheader, m.plisttext if hasattr(m,'plisttext') else None
m=mimetools.Message(StringIO.StringIO('\n')); print m.gettype(), m.getencoding(), m.getparam('x'), m.typeheader
o=StringIO.StringIO(); mimetools.encode(StringIO.StringIO('hello\xff'*3),o,'base64'); print repr(o.getvalue())
for enc in 'base64','quoted-printable','7bit','uuencode':
    o=StringIO.StringIO(); mimetools.encode(StringIO.StringIO('hello=\xff\n'),o,enc) ; o2=StringIO.StringIO(); mimetools.decode(StringIO.StringIO(o.getvalue()),o2,enc); print enc, repr(o.getvalue()), repr(o2.getvalue())
b=mimetools.choose_boundary().split('.'); c=mimetools.choose_boundary().split('.'); print len(b), int(c[-1])-int(b[-1]), b[:-2]==c[:-2]
o=StringIO.StringIO(); mimetools.copyliteral(StringIO.StringIO('a\nb'),o); mimetools.copybinary(StringIO.StringIO('c\nd'),o); print repr(o.getvalue())
class M(rfc822.Message):
    def iscomment(self,l): return l[0]=='#'
    def islast(self,l): return l.startswith('END')
    def isheader(self,l): return l.split('=')[0] if '=' in l else rfc822.Message.isheader(self,l)
m=M(StringIO.StringIO('#c\nA: 1\nB: 2\nEND\nrest')); print m.headers, m.items(), m.fp.read(), m.isheader('Foo: x'), m.isheader('x'), m.islast('\r\n'), m.islast('END')
import httplib
for t in ['A: 1\r\nbad\r\nB: 2\r\n\r\nbody','From x\r\nA: 1\r\n\r\n','A:1\r\nFrom x y\r\nB:2\r\n\r\n',': x\r\nA: 1\r\n\r\nbody','A: 1\r\n : y\r\nA:2\r\n z\r\n\r\n','\r\nbody','A: 1\r\n cont\r\nbad\r\n more\r\nC: 1\r\n\r\n','bad\r\n cont\r\nA: 1\r\n\r\n','A: 1','A\r\n','A : x\r\n\r\n',' a: b\r\nc:d\r\n\r\n', 'From : x\r\nB: 1\r\n\r\n']:
    for seek in 0,1:
        f=StringIO.StringIO(t); m=httplib.HTTPMessage(f,seek)
        print repr(t), m.dict, m.headers, m.status, repr(m.unixfrom), repr(f.read())
f=StringIO.StringIO('a:b\n'*102+'\n')
try: httplib.HTTPMessage(f,0)
except Exception as e: print repr(e)
f=StringIO.StringIO('a:b\n'*101+'\n')
try: print len(httplib.HTTPMessage(f,0).headers)
except Exception as e: print repr(e)
f=StringIO.StringIO('a:b'*50000+'\n')
try: httplib.HTTPMessage(f,0)
except Exception as e: print repr(e)
