# pymp: python=3
"""UTF-16 written and read in both orders: plain texts, pairs, lone surrogates, marks, odd ends, pieces."""
import codecs


def attempt(action, *args):
    try:
        return action(*args)
    except UnicodeError as error:
        return str(error)


texts = ['', 'a', 'plain text', 'caf\xe9', '\u4e2d\u6587' * 40, 'x' * 3000, '\ufeffmark', 'pair \U0001F600 in it', 'lone \ud800', '\udc00\ud800', '\ufffe']
for name in ('utf-16', 'utf-16-le', 'utf-16-be'):
    for text in texts:
        data = attempt(text.encode, name)
        print(name, ascii(data)[:90], len(data), ascii(attempt(text.encode, name, 'replace'))[:60])
        if isinstance(data, bytes):
            assert data.decode(name) == text or text[:1] == '\ufeff', (name, text)
            assert attempt(bytes(bytearray(b'..') + data)[2:].decode, name) == attempt(data.decode, name)
            print(ascii(attempt(data[:-1].decode, name))[-70:], ascii(attempt(data[1:].decode, name))[-70:], ascii(attempt(memoryview(data).tobytes().decode, name))[:50])
            reader = codecs.getincrementaldecoder(name)()
            assert ''.join([reader.decode(data[i:i + 3]) for i in range(0, len(data), 3)]) + reader.decode(b'', True) == data.decode(name)
    for data in (b'\xff\xfea\0', b'\xfe\xff\0a', b'\0\xd8', b'\0\xd8a\0', b'\0\xdc', b'\xd8\0\xdc\0', b'a\0b', b'a', b'\xff\xfe', b'\0a\0b'):
        print(data, ascii(attempt(data.decode, name)), ascii(attempt(data.decode, name, 'ignore')), ascii(attempt(data.decode, name, 'surrogatepass')))
