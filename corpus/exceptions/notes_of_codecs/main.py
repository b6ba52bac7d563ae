# pymp: stderr=exact
"""The notes of exceptions that codecs raise: which calls add them, and how they are shown."""
import binascii
import codecs
def t(label, f):
    try: f()
    except Exception as e:
        print(label, type(e).__name__, getattr(e, '__notes__', None))
for enc in ('ascii','utf-8','cp1252','latin-1','utf-16','koi8-r','idna','punycode','unicode_escape','raw_unicode_escape','utf-7','charmap', 'utf-8-sig','mbcs','nope','big5','undefined'):
    for s in ('\ud800\u4e00', 'a\ud800..b'*20):
        t('str.encode '+enc, lambda: s.encode(enc))
        t('codecs.encode '+enc, lambda: codecs.encode(s, enc))
    for b in (b'\xff\x81\x98\\x', b'\xff'):
        t('bytes.decode '+enc, lambda: b.decode(enc))
        t('str(b) '+enc, lambda: str(b,enc))
        t('codecs.decode '+enc, lambda: codecs.decode(b, enc))
t('open', lambda: open('out', 'w',encoding='cp1252').write('\u1234'))
t('known', lambda: 'é'.encode('cp1252','nope'))
t('handler', lambda: '\u4e00'.encode('cp1252','nope'))
def search(name):
    if name=='testcodec': return codecs.CodecInfo(enc, dec, name=name)
    if name=='testtext': return codecs.CodecInfo(enc, dec, name=name)
for ex in (RuntimeError('x'), RuntimeError, KeyError('a','b'), UnicodeEncodeError('ascii','a',0,1,'r')):
    def enc(s, errors='strict'): raise ex
    def dec(s, errors='strict'): raise ex
    codecs.register(search)
    t('own', lambda: 'a'.encode('testcodec')); t('own', lambda: b'a'.decode('testcodec')); t('own', lambda: codecs.encode('a','testcodec')); t('own',lambda: codecs.decode('a','testcodec')); t('own', lambda: codecs.getencoder('testcodec')('a'))
    codecs.unregister(search)

for name in ('hex', 'base64', 'zlib', 'bz2', 'uu', 'quopri', 'rot13'):
    for transform in (codecs.encode, codecs.decode):
        for given in ('zz\xe9', b'zz\xff'):
            t(name, lambda: transform(given, name))
print(binascii.b2a_qp(b'x '), binascii.b2a_qp(b'x y ', header=True), binascii.b2a_qp(b'x \n', header=True))


class Own(Exception):
    def add_note(self, note):
        print('noted', note)


def fail(text, errors='strict'):
    raise Own('own')


codecs.register(lambda name: codecs.CodecInfo(fail, fail, name=name) if name == 'own' else None)
try:
    'a'.encode('own')
except Own as e:
    print(e, e.__dict__)
'\ud800'.encode('utf-16-le')
