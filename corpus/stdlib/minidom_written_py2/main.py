# pymp: python=2
# -*- coding: utf-8 -*-
"""xml.dom.minidom: documents made and read, written as text and, with an encoding, as bytes."""

import codecs
import StringIO
import xml.dom.minidom as minidom

read = minidom.parseString('<r><i id="1">t\xc3\xa9</i><!--c--></r>')
print repr(read.toxml())
print repr(read.toxml('utf-8'))
print repr(read.toxml(encoding='latin-1'))
print repr(read.toprettyxml(indent=' ', encoding='utf-8'))
print repr(read.toprettyxml())
print repr(read.documentElement.toprettyxml(' ', '\n', 'utf-8')), repr(read.documentElement.toxml())
for encoding in ('ascii', 'nothing'):
    try:
        read.toxml(encoding)
    except (UnicodeError, LookupError) as error:
        print error

out = StringIO.StringIO()
read.writexml(codecs.getwriter('utf-8')(out), encoding='utf-8')
print repr(out.getvalue())

made = minidom.getDOMImplementation().createDocument(None, 'top', None)
item = made.createElement('item')
item.setAttribute('x', '1 < 2')
item.setAttribute(u'y', u'\xe4')
item.appendChild(made.createTextNode('plain & simple'))
item.appendChild(made.createTextNode(u' \xfcber'))
made.documentElement.appendChild(item)
item = made.documentElement.appendChild(made.createElement('quoted'))
for name in ('zeta', 'alpha', 'Beta', 'k1', 'k2'):
    item.setAttribute(name, '"%s"' % name)
item.appendChild(made.createTextNode('"text" > & \'x\''))
made.documentElement.appendChild(made.createComment(u'note'))
print made.toprettyxml(indent='  ', encoding='utf-8')
print repr(made.documentElement.toxml()), repr(made.toxml('utf-8'))
try:
    made.createTextNode(3)
except TypeError as error:
    print error

old = minidom.parseString('<?xml version="1.0" encoding="iso-8859-1"?><a b="\xe9">&lt;&#169;<![CDATA[<x>]]></a>')
print repr(old.toxml('utf-8')), old.encoding, repr(old.firstChild.getAttribute('b')), old.firstChild.childNodes
