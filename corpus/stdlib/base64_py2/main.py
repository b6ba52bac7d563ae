# pymp: python=2
"""Python 2's base64, with its errors."""
import base64
from StringIO import StringIO

DATA = ''.join(map(chr, range(256)))
for size in range(12):
    data = DATA[250 - size * 3:250 - size * 2]
    for name in 'b64', 'standard_b64', 'urlsafe_b64', 'b32', 'b16':
        text = getattr(base64, name + 'encode')(data)
        print name, type(text).__name__, text, getattr(base64, name + 'decode')(text) == data
print base64.b64encode('\xfb\xff\xfe', '*-'), repr(base64.b64decode('*--*', '*-')), repr(base64.b64decode(u'YWI='))
print repr(base64.encodestring(DATA)), base64.decodestring(base64.encodestring(DATA)) == DATA, repr(base64.encodestring(''))
out, back = StringIO(), StringIO()
base64.encode(StringIO(DATA), out)
base64.decode(StringIO(out.getvalue()), back)
print out.getvalue() == base64.encodestring(DATA), back.getvalue() == DATA
print repr(base64.b32decode('nbswy3dp', True)), repr(base64.b32decode('MLO23456', map01='L')), repr(base64.b32decode('ML023456', map01='L')), repr(base64.b16decode('6a6B', True))
for action in (lambda: base64.b32decode('nbswy3dp'), lambda: base64.b32decode('abc'), lambda: base64.b32decode('ME======'), lambda: base64.b32decode('MEA====='),
               lambda: base64.b16decode('6'), lambda: base64.b16decode('6a'), lambda: base64.b16decode('xx'), lambda: base64.b64decode('a'), lambda: base64.b64decode('YQ'),
               lambda: base64.b64decode('YQ=='), lambda: base64.b64decode('Y!W*I='), lambda: base64.b32decode('')):
    try:
        print repr(action())
    except Exception as error:
        print type(error).__name__, error
