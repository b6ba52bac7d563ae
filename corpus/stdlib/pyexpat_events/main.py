"""Events of pyexpat with their positions, its errors, and data in pieces."""
from xml.parsers import expat

NAMES = [name for name in dir(expat.ParserCreate()) if name.endswith('Handler') or name == 'DefaultHandlerExpand']


def run(data, size=None, separator=None, skip=(), **settings):
    parser = expat.ParserCreate(namespace_separator=separator)
    for name, value in settings.items():
        setattr(parser, name, value)

    def handler(name):
        def tell(*args):
            print('  ', name, args, parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber)
            return 1
        return tell

    for name in NAMES:
        if name not in skip and not name.startswith('Default'):
            setattr(parser, name, handler(name))
    print(data, size, separator, settings)
    try:
        if size is not None:
            parser.SetReparseDeferralEnabled(False)
            for start in range(0, len(data), size):
                parser.Parse(data[start:start + size])
            data = b''
        print('  ', parser.Parse(data, True))
    except expat.ExpatError as error:
        print('  ', error, error.code, error.lineno, error.offset, parser.ErrorByteIndex)
    except Exception as error:
        print('  ', type(error).__name__, error)


DOCTYPE = b'''<?xml version="1.0" standalone="yes"?>
<!DOCTYPE root PUBLIC "-//A//B" "root.dtd" [
<!ELEMENT root (item+,(note|#PCDATA)?)>
]><root/>'''
DECLARED = b'''<!DOCTYPE root [
  <!-- all kinds -->
  <!ELEMENT root (item+,(note|extra)?)*>
  <!ELEMENT item (#PCDATA|note)*><!ELEMENT note EMPTY><!ELEMENT extra ANY>
  <!ATTLIST item kind (big|small) "small" id ID #REQUIRED words NMTOKENS " a  b " fixed CDATA #FIXED "f">
  <!ENTITY e "v&amp;<note/>&#65;"><!ENTITY out SYSTEM "out.xml"><!ENTITY % p "x">
  <!NOTATION gif PUBLIC "-//gif"><!ENTITY pic SYSTEM "p.gif" NDATA gif>
]>
<root><item id="1" words=" x   y ">&e;&lt;&#x20ac;&out;</item></root>
'''
run(DECLARED)
run(DECLARED, size=1, ordered_attributes=True, specified_attributes=True)
run(DOCTYPE)
run('<a>one\ntwo\r\nthree é€\U0001f600<![CDATA[<&]]]]><!-- c --><?go now?>\t</a>\n')
run('<a>one\ntwo\r\nthree é€\U0001f600<b/>four</a>\n'.encode(), size=2, buffer_text=True)
run(b'<a xmlns="u" xmlns:p="v" p:x="1" y="2"><p:b xmlns=""/></a>', separator=' ')
run(b'<a xmlns:p="v" p:x="1"><p:b/></a>', separator='|', namespace_prefixes=True)
run('<?xml version="1.0" encoding="iso-8859-1"?><é>ü</é>'.encode('latin-1'))
run('<?xml version="1.0" encoding="cp1252"?><a b="€"/>'.encode('cp1252'))
run('\ufeff<a>é\n\U0001f600</a>'.encode('utf-16-be'), size=5)
for data in ('', ' ', '<', '<a', '<a>', '<a></b>', '<a/>x', '<a/><b/>', '<a>&b;</a>', '<a>&#0;</a>', '<a>& </a>', '<a>]]></a>', '<a b>',
             '<a b="1" b="2"/>', '<a b="<"/>', '<a b="1"c="2"/>', 'text', '<!-- -- --><a/>', ' <?xml version="1.0"?><a/>',
             '<?xml version="2"?>', '<?xml encoding="utf-8"?><a/>', '<?xml version="1.0" encoding="utf-16"?><a/>',
             '<?xml version="1.0" encoding="none"?><a/>', '<a><![CDATA[x</a>', '<a\n>\n<b>\n</a>', '<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>',
             '<!DOCTYPE a [<!ENTITY e "<b>">]><a>&e;</a>', '<!DOCTYPE a [<!FOO>]><a/>', '<!DOCTYPE a [%x; ]><a>&y;</a>',
             '<a>\x01</a>'):
    run(data.encode())
run(b'<a>\xff</a>')
run(b'<a>\xc3')
run(b'<p:a/>', separator=' ')
run(b'<a xmlns:p=""/>', separator=' ')
for depth in 5, 12:
    bombs = ''.join('<!ENTITY e%d "%s">' % (i + 1, '&e%d;' % i * 10) for i in range(depth))
    parser = expat.ParserCreate()
    count = [0]

    def characters(text):
        count[0] += len(text)
    parser.CharacterDataHandler = characters
    try:
        parser.Parse('<!DOCTYPE a [<!ENTITY e0 "%s">%s]><a>&e%d;</a>' % ('x' * 10, bombs, min(depth, 5) if depth == 5 else depth), True)
        print(count)
    except expat.ExpatError as error:
        print(error)


def fails(*args):
    raise ValueError('from the handler')


parser = expat.ParserCreate()
parser.StartElementHandler = fails
parser.EndElementHandler = print
try:
    parser.Parse('<a><b/></a>', True)
except ValueError as error:
    print(error, parser.StartElementHandler, parser.EndElementHandler)
for make in (lambda: expat.ParserCreate(1), lambda: expat.ParserCreate(namespace_separator='ab'), lambda: expat.ParserCreate(intern=1),
             lambda: setattr(parser, 'buffer_size', 0), lambda: setattr(parser, 'CurrentLineNumber', 1), lambda: delattr(parser, 'buffer_text'),
             lambda: parser.ParseFile(1), lambda: expat.ErrorString(5), lambda: expat.errors.codes[expat.errors.XML_ERROR_SYNTAX],
             lambda: expat.errors.messages[9], lambda: expat.model.XML_CTYPE_SEQ):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
