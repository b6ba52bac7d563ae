# pymp: python=2
# -*- coding: utf-8 -*-
"""HTMLParser: references, attributes, and texts that are not whole."""
# -*- coding: utf-8 -*-
from HTMLParser import HTMLParser, HTMLParseError
h=HTMLParser()
for s in ['&lt;','&#60','&#60;','&#x3C;','&#X3c;','&#xZZ;','&#99999999;','&nope;','&apos;','&amp;lt;','&eacute','&#x110000;','a&b','é&lt;','&;','&#;','&AMP;','&sup2;','&#128;', '&thetasym;', '&#+5;', '&# 5;','&copy','&copyx;','&lt;&gt;&quot;']:
    try: print repr(s), repr(h.unescape(s))
    except Exception as e: print repr(s), repr(e)
    try: print repr(h.unescape(s.decode('utf8')))
    except Exception as e: print repr(s), repr(e)
print str(HTMLParseError('m')), str(HTMLParseError('m',(1,None))), str(HTMLParseError('m',(1,2))), repr(HTMLParseError('m',(1,2)))
class Q(HTMLParser):
    def __init__(self):
        HTMLParser.__init__(self); self.l=[]
    def handle_starttag(self,t,a): print 'S',t,a
    def handle_startendtag(self,t,a): print 'SE',t,a
    def handle_data(self,d): print 'D',repr(d)
    def handle_endtag(self,t): print 'E',t
    def handle_decl(self,t): print 'DECL',t
    def handle_pi(self,t): print 'PI',t
    def handle_comment(self,t): print 'C',t
    def unknown_decl(self,t): print 'U',t
    def handle_charref(self,t): print 'CR',t
    def handle_entityref(self,t): print 'ER',t
for t in ['<![if x]>y<![endif]>','<![foo[x]]>','<![temp[x]]>','<!ELEMENT br EMPTY>','<!DOCTYPE html [<!ENTITY x "y">]>','<a b="é">','<a b=\'x\' c="y"d>','<a/b/c=d/>',u'<p class="é">ü</p>','<a href=foo&amp;bar x="&lt;&#228;">',"<a 'b'>",'<a b=>','<a b= c>','<a =x>','<img / src="x">','<script type="a">x</scripty></script >','<SCRIPT></SCRIPT>', '<a\x00b>','<br<br>','<a "=b">','<a b="c','<a b','<!-','<!--x--!>y-->','&#','&#1','&a','&','<','a<','<a href="x"y="z">','<a href=\'x"y\'>','<a   >','<a\n\nb\n=\n1\n>','</a','</a\n>','</>x','</1>','<p/>','<p//>','<p / >',"<a b='x>","<a b=\"x'>\">"]:
    print '==', repr(t)
    try:
        p=Q(); p.feed(t); print p.getpos(); p.close(); print p.getpos(), repr(p.get_starttag_text()), p.lasttag
    except Exception as e: print type(e), e
p=Q()
for ch in '<html><body class="a b">x &amp; y<br/><!-- c --><script>1<2</script></body></html>': p.feed(ch)
p.close()
try: p.error('boo')
except HTMLParseError as e: print e, e.msg, e.lineno, e.offset
class Q(HTMLParser):
    def handle_data(self,d): print 'D',repr(d),
    def handle_charref(self,t): print 'CR',t,
    def handle_entityref(self,t): print 'ER',t,
for t in '& && &a &am &amp &#1 &#x &#x1 a&b c&#12 &# x&# &; &#; &a;b&c'.split()+['a &','a &b','&b ','&b\n','&#1 ']:
    p=Q()
    try: print repr(t), p.feed(t), p.close(), repr(p.rawdata)
    except Exception as e: print repr(t), e, repr(p.rawdata)
