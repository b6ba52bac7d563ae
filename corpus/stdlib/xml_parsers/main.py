"""XML: what the parser tells and refuses, and the modules that stand on it."""
import pyexpat
def show(data, **kw):
    p=pyexpat.ParserCreate(**kw); log=[]
    for n in ('StartElementHandler','EndElementHandler','CharacterDataHandler','ProcessingInstructionHandler','CommentHandler','StartCdataSectionHandler','EndCdataSectionHandler','XmlDeclHandler','StartDoctypeDeclHandler','EndDoctypeDeclHandler','EntityDeclHandler','StartNamespaceDeclHandler','EndNamespaceDeclHandler'):
        setattr(p,n,lambda *a,n=n: log.append((n[:-7],)+a))
    try: p.Parse(data, True)
    except pyexpat.ExpatError as x: log.append((str(x), x.code, x.lineno, x.offset))
    print(repr(data), log)
show('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE a SYSTEM "x.dtd" [<!ENTITY e "v<b/>">\n]><a x="1" y=\'&lt;&#65;\'>t&amp;u\r\n&e;<![CDATA[<x>]]><?pi da ta?><!-- c --></a>\n')
show('<a xmlns="u:1" xmlns:p="u:2" p:x="1" y="2"><p:b/></a>', namespace_separator='}')
for bad in ('', '<a>', '<a></b>', '<a', '<a/><b/>', '<a x=1/>', '<a x="1" x="2"/>', '<a>&foo;</a>', '<a>&#0;</a>', 'text', '<a>\x01</a>', '<a><!-- -- --></a>', '<a>]]></a>', ' <?xml version="1.0"?><a/>', '<a x="<"/>', '<p:a/>', '<a><![CDATA[</a>', '<1/>', '<a b/>', '<a>&lt</a>', '<a/>x', '</a>', '<a>\n  <b></a>', '<a>x</a', b'<?xml version="1.0" encoding="latin-1"?><a>\xe4</a>', b'<a>\xe4</a>', '<a>ä中</a>'.encode('utf-16'), b'\xef\xbb\xbf<a/>', '<é ü="ö">x</é>', '<a x="1"y="2"/>', '<a x="a\nb\t&lt;c"/>'): show(bad)
show('<p:a/>', namespace_separator=' ')
import xml.etree.ElementTree as ET, io
t = ET.fromstring('<r xmlns:n="u"><a k="v">text<b/>tail</a><n:c>\u4e2d</n:c></r>')
print(ET.tostring(t, encoding='unicode'), [e.tag for e in t.iter()], t.find('a').get('k'), t.find('a/b').tail, t.findall('{u}c')[0].text)
for ev, e in ET.iterparse(io.BytesIO(b'<a><b>1</b><b>2</b></a>'), events=('start','end')): print(ev, e.tag, e.text)
p = ET.XMLPullParser(['end'])
for chunk in ('<a><', 'b>on', 'e</b', '><c/>', '</a>'):
    p.feed(chunk); print(chunk, [(e.tag, e.text) for _, e in p.read_events()])
try: ET.fromstring('<a><b></a>')
except ET.ParseError as e: print(e, e.code, e.position)
import xml.dom.minidom as md
d = md.parseString('<a x="1"><!-- c --><b>t</b></a>'); print(d.toxml(), d.getElementsByTagName('b')[0].firstChild.data); print(d.toprettyxml(indent=' '))
import xml.sax
class H(xml.sax.ContentHandler):
    def startElement(self, n, a): print('s', n, dict(a))
    def endElement(self, n): print('e', n)
    def characters(self, c): print('c', repr(c))
xml.sax.parseString(b'<a x="1">hi &amp; <b/></a>', H())
import xmlrpc.client as xc
print(xc.loads(xc.dumps((1, 'x', [1.5, None], {'a': 'b'}), 'm', allow_none=True)))
import plistlib; print(plistlib.loads(plistlib.dumps({'a': [1, 2.5, 'x', True]})))
