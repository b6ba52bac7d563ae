"""xml.dom.minidom, xml.sax and plistlib."""
import datetime
import io
import plistlib
import xml.sax
import xml.sax.handler
from xml.dom import minidom
from xml.parsers.expat import ExpatError
from xml.sax.saxutils import XMLGenerator, escape, quoteattr, unescape

DOCUMENT = '''<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE list [<!ENTITY who "the <i>world</i>"><!ATTLIST entry kind CDATA "plain"><!NOTATION n SYSTEM "s">]>
<list xmlns:p="urn:p"><!-- c --><entry p:key="1">Hello &who;</entry><?do it?><entry kind="x"><![CDATA[<raw>]]> é</entry></list>'''

document = minidom.parseString(DOCUMENT)
print(document.documentElement.tagName, document.doctype.name, document.doctype.internalSubset)
for entry in document.getElementsByTagName('entry'):
    print(sorted(entry.attributes.items()), entry.toxml())
    print([(node.nodeType, node.nodeName, node.nodeValue) for node in entry.childNodes])
print(document.toprettyxml(indent=' '))
print(document.toxml('utf-8'))
made = minidom.Document()
root = made.appendChild(made.createElementNS('urn:x', 'x:root'))
root.setAttribute('a', '1 < 2 & "3"')
root.appendChild(made.createTextNode('text & more'))
print(made.toxml())
for text in '<a>', '<a></b>', '':
    try:
        minidom.parseString(text)
    except ExpatError as error:
        print(error)


class Handler(xml.sax.handler.ContentHandler, xml.sax.handler.LexicalHandler):
    def setDocumentLocator(self, locator):
        self.locator = locator

    def at(self):
        return self.locator.getLineNumber(), self.locator.getColumnNumber()

    def startElement(self, name, attrs):
        print('start', name, sorted(attrs.items()), self.at())

    def startElementNS(self, name, qname, attrs):
        print('start', name, qname, list(attrs.items()), self.at())

    def endElement(self, name):
        print('end', name, self.at())

    def characters(self, content):
        print('text', repr(content), self.at())

    def processingInstruction(self, target, data):
        print('pi', target, data)

    def comment(self, content):
        print('comment', repr(content))

    def startPrefixMapping(self, prefix, uri):
        print('prefix', prefix, uri)

    def startCDATA(self):
        print('cdata')


for namespaces in False, True:
    handler = Handler()
    reader = xml.sax.make_parser()
    reader.setContentHandler(handler)
    reader.setFeature(xml.sax.handler.feature_namespaces, namespaces)
    reader.setProperty(xml.sax.handler.property_lexical_handler, handler)
    reader.parse(io.BytesIO(DOCUMENT.encode()))
try:
    xml.sax.parseString('<a>\n<b></a>', Handler())
except xml.sax.SAXParseException as error:
    print(error, error.getLineNumber(), error.getColumnNumber())
out = io.StringIO()
xml.sax.parseString('<a b="&quot;">x&amp;y</a>', XMLGenerator(out))
print(out.getvalue())
print(escape('<&>'), quoteattr('a"b\'c'), unescape('&lt;&amp;'))

value = {'name': 'Zoë', 'numbers': [1, 2.5, True], 'data': b'\x00\xff', 'when': datetime.datetime(2020, 1, 2, 3, 4, 5)}
text = plistlib.dumps(value)
print(text.decode())
print(plistlib.loads(text) == value)
