"""How a node of `xml.dom.minidom` is written in Python 2: bytes, if an encoding is given."""

import codecs
import StringIO

_ENTITIES = (('&', '&amp;'), ('<', '&lt;'), ('"', '&quot;'), ('>', '&gt;'))


def toxml(node, encoding=None):
    return node.toprettyxml('', '', encoding)


def toprettyxml(node, indent='\t', newl='\n', encoding=None):
    """The node as text; characters that the encoding lacks are a UnicodeEncodeError."""
    written = writer = StringIO.StringIO()
    if encoding is not None:
        writer = codecs.getwriter(encoding)(written)
    if node.nodeType == node.DOCUMENT_NODE:
        node.writexml(writer, '', indent, newl, encoding)
    else:
        node.writexml(writer, '', indent, newl)
    return written.getvalue()


def write_data(writer, data, attr=False):
    """Text, or the value of an attribute: quotation marks are written as entities in either."""
    for character, entity in _ENTITIES:
        data = data.replace(character, entity)
    writer.write(data)


def write_element(element, writer, indent='', addindent='', newl=''):
    """Element.writexml: attributes by their names' order; what is only a text stays in the line."""
    writer.write(indent + '<' + element.tagName)
    for name, attribute in sorted(element.attributes.items()):
        writer.write(' %s="' % name)
        write_data(writer, attribute)
        writer.write('"')
    children = element.childNodes
    if not children:
        writer.write('/>' + newl)
        return
    writer.write('>')
    if len(children) == 1 and children[0].nodeType == element.TEXT_NODE:
        children[0].writexml(writer, '', '', '')
    else:
        writer.write(newl)
        for child in children:
            child.writexml(writer, indent + addindent, addindent, newl)
        writer.write(indent)
    writer.write('</%s>%s' % (element.tagName, newl))
