"""TreeBuilder and XMLParser of xml.etree.ElementTree: targets of all kinds, events, entities, and what is wrong with documents."""
# pymp: python=3
import collections
import io
import warnings
import xml.etree.ElementTree as ET


def warned(message, category, filename, lineno, file=None, line=None):
    print('warning:', category.__name__, message)


warnings.showwarning = warned
warnings.simplefilter('always')


def plain(value):
    if isinstance(value, ET.Element):
        return '<%s %s %r %r %d>' % (plain(value.tag), value.attrib, value.text, value.tail, len(value))
    if isinstance(value, (list, tuple)):
        return type(value)(map(plain, value))
    if ' object at 0x' in repr(value) or '<function' in repr(value):
        return type(value).__name__
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return '<address>' if isinstance(value, str) and ' at 0x' in value else value


def show(f, *args, **keywords):
    name = getattr(f, '__name__', f)
    try:
        print(name, plain(f(*args, **keywords)))
    except Exception as error:
        print(name, '!!', type(error).__name__, error, getattr(error, 'code', ''), getattr(error, 'position', ''))


TB=ET.TreeBuilder
show(TB, foo=1)
show(TB, element_factory=5)
show(TB, comment_factory=None, insert_comments=1)
b=TB()
show(b.close)
show(b.end,'x')
show(b.data,'ignored')
show(b.start,'a')
show(b.start,'a',None)
show(b.start,'a',{'x':'y'})
show(b.data,'one')
show(b.data,'two'); 
b=TB()
b.start('a',{})
b.data('1')
b.data('2')
b.start('b',{})
b.data('t')
show(b.end,'zzz')
b.data('tail')
show(b.comment,'com')
show(b.pi,'tgt','data')
show(b.pi,'tgt')
b.data('more')
show(b.end,'a')
show(b.start,'c',{})
show(lambda: ET.tostring(b.close()))
b=TB(insert_comments=True, insert_pis=True)
b.start('a',{})
b.comment('c')
b.data('x')
b.pi('p','q')
b.data('y')
b.start('k',{})
b.data('z')
b.comment('d')
b.data('w')
b.end('k')
b.end('a')
print(ET.tostring(b.close()))
b=TB(lambda t,a: ET.Element(t+'!', a))
b.start('a',{})
b.data('r')
b.end('a')
print(ET.tostring(b.close()))
class Foreign:
    def __init__(self,t,a): self.tag=t; self.text=None; self.tail=None; self.kids=[]
    def append(self,k): self.kids.append(k)
b=TB(Foreign)
b.start('a',{})
b.data('r')
b.start('b',{})
b.data('in')
b.end('b')
b.data('out')
b.data('er')
b.end('a'); r=b.close()
print(r.tag,r.text,r.kids[0].text,r.kids[0].tail)
b=TB()
b.start('a',{})
b.data(1)
show(b.end,'a')
show(lambda: b.close().text)
P=ET.XMLParser
show(P, 1)
show(P, foo=1)
show(P, encoding=5)
show(P, encoding='nope')
show(P, target=5)
p=P()
print(p.version[:5], p.entity, type(p.target))
def st(n): setattr(p,n,1)
for n in ('version','entity','target','foo'): show(st,n)
show(p.feed, 5)
show(p.feed)
show(p.feed,'<a>')
show(p.feed, b'<b/>')
show(p.feed,'</a>')
show(p.close)
show(p.close)
show(p.feed,'x')
show(p.flush)
p=P.__new__(P)
show(p.feed,'x')
show(p.close)
show(p.flush)
show(p._parse_whole,1)
show(p._setevents,1,2)
print(p.target, p.entity)
p=P(target=object())
show(p.feed,'<a>t<!--x--><?p q?></a>')
show(p.close)
class T:
    def start(s,*a): print('start',a)
    def end(s,*a): print('end',a)
    def data(s,*a): print('data',a)
    def comment(s,*a): print('comment',a)
    def pi(s,*a): print('pi',a)
    def start_ns(s,*a): print('start_ns',a)
    def end_ns(s,*a): print('end_ns',a)
    def doctype(s,*a): print('doctype',a)
    def close(s): return 'closed'
D='<?xml version="1.0"?><!DOCTYPE r PUBLIC "pub" "sys" [<!ENTITY e "EE"><!ELEMENT r ANY>]><!--head--><?pi data?><?pi2?><r xmlns="u" xmlns:p="v" p:a="1" b="2&amp;&lt;">text&e;&#65;<p:k/>\nline\r\nx<![CDATA[cd]]></r><!--tail-->'
p=P(target=T())
show(p.feed,D)
show(p.close)
p=P(target=T())
p.entity['foo']='FOO'
show(p.feed,'<!DOCTYPE r SYSTEM "s"><r>a&foo;b</r>')
show(p.close)
p=P(target=T())
show(p.feed,'<!DOCTYPE r SYSTEM "s"><r>a&bar;b</r>')
show(p.close)
p=P()
p.entity['foo']='FOO'
show(p.feed,'<!DOCTYPE r SYSTEM "s"><r>a&foo;b</r>')
show(lambda: ET.tostring(p.close()))
class PD(P):
    def doctype(self, *a): print('never', a)
p=PD()
show(p.feed,'<!DOCTYPE r SYSTEM "s"><r/>')
show(p.close)
class B(T):
    def start(s,*a): raise KeyError('boom')
p=P(target=B())
show(p.feed,'<r><b/></r>')
show(p.feed,'<c/>')
show(p.close)
q=collections.deque()
p=P(target=T())
show(p._setevents,q,('start',))
p=P()
show(p._setevents,1,('start',))
show(p._setevents,q,5)
show(p._setevents,q,(5,))
show(p._setevents,q,('zz',))
show(p._setevents,q,(b'start',))
show(p._setevents,q); 
p._setevents(q,('start','end','start-ns','end-ns','comment','pi')); show(p.feed,D); print([(k, v if not isinstance(v,ET.Element) else v.tag if isinstance(v.tag,str) else v.text) for k,v in q]); show(p.close)
for t in ('', ' ', '<a>', '<a></b>', '<a/><b/>', '<a b="1" b="2"/>', '<a>&u;</a>', '<a x=1/>', 'junk', '<a>\x00</a>', b'\xff\xfe', '<a>]]></a>', '<p:a/>'):
    show(ET.fromstring, t)
show(ET.XMLPullParser, ('zz',)); 
class F:
    def __init__(s, parts): s.parts=list(parts)
    def read(s, n): print('read', n); return s.parts.pop(0) if s.parts else ''
show(P()._parse_whole, F(['<a>','<b/>','</a>']))
show(P()._parse_whole, F([b'<a>',b'<b/></a>']))
show(P()._parse_whole, F([5]))
show(P()._parse_whole, 5)
show(P(target=T())._parse_whole, F(['<a/>']))
show(lambda: ET.parse(F(['<a>','<b/>','</a>'])).getroot())
show(ET.fromstring, '<a>\ud800</a>')
show(P()._parse_whole, F(['<a>\ud800</a>']))
show(lambda: ET.parse(io.StringIO('<?xml version="1.0" encoding="utf-16"?><a>é</a>')).getroot().text)
print(ET.fromstring('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>').text, ET.fromstring('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'.encode('latin1')).text)
p=P()
p.feed('<a>')
p.__init__()
show(p.feed,'<n/>')
show(p.close)
