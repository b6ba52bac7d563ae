"""Text beyond ASCII in Python 3: lengths, slices, case and encodings count code points."""
word = 'naïve café 中文 😀🐍'
print(len(word), word[-1], word[-2:], word[::-1], word.index('😀'), word.upper())
print([hex(ord(c)) for c in '中😀'], '\u00e9' == 'é', 'e\u0301' == 'é', '\N{GREEK SMALL LETTER PI}')
print('中文'.center(6, '.'), 'ß'.upper(), 'İ'.lower() == 'i̇', 'ǆ'.title(), 'Σ'.lower(), 'ΑΣ'.lower())
print('中'.isalpha(), '٣'.isdigit(), int('٣'), '½'.isnumeric(), '²'.isdigit(), '²'.isdecimal())
for encoding in ('utf-8', 'utf-16-le', 'latin-1', 'cp1252', 'ascii'):
    try:
        data = 'é€'.encode(encoding)
        print(encoding, data, data.decode(encoding))
    except UnicodeEncodeError as error:
        print(encoding, error)
print('é€'.encode('ascii', 'replace'), 'é€'.encode('ascii', 'ignore'), 'é'.encode('ascii', 'xmlcharrefreplace'), 'é'.encode('ascii', 'backslashreplace'))
for data in (b'\xff', b'ab\xe4\xb8', b'\xed\xa0\x80'):
    try:
        data.decode('utf-8')
    except UnicodeDecodeError as error:
        print(error)
print(b'a\xffb'.decode('utf-8', 'replace'), b'a\xffb'.decode('latin-1'), repr(b'\xff'.decode('utf-8', 'surrogateescape')))
print('a😀b'.partition('😀'), '😀' in 'a😀', 'x😀y'.split('😀'), '😀'.join('ab'), list('a😀'), '😀' * 2, sorted('b😀a'))
print('{:>4}|{:<4}|'.format('😀', '中'), '%3s|' % '😀', '😀ab'.ljust(5, '.'), max('a😀中'), 'a😀b'.replace('😀', '-'), 'z😀'.find('😀'))
変数 = '名前も使える'
print(変数, len(変数))
