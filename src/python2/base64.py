"""Bytes as text of 64, 32 or 16 characters.

Spec: https://docs.python.org/2.7/library/base64.html, https://www.rfc-editor.org/rfc/rfc3548
"""

import binascii
import string

__all__ = ['encode', 'decode', 'encodestring', 'decodestring', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b16encode', 'b16decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode',
           'urlsafe_b64decode']

EMPTYSTRING = ''
MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3

_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_VALUES = dict((letter, i) for i, letter in enumerate(_LETTERS))
#: Padding of a last group to the bytes that it lacks.
_LACKING = {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}


def b64encode(s, altchars=None):
    """`altchars` stand for + and /."""
    text = binascii.b2a_base64(s)[:-1]
    return text if altchars is None else text.translate(string.maketrans('+/', altchars[:2]))


def b64decode(s, altchars=None):
    if altchars is not None:
        s = s.translate(string.maketrans(altchars[:2], '+/'))
    try:
        return binascii.a2b_base64(str(s) if isinstance(s, unicode) else s)
    except binascii.Error:
        raise TypeError('Incorrect padding')


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, '-_')


def urlsafe_b64decode(s):
    return b64decode(s, '-_')


def b32encode(s):
    parts = []
    for at in range(0, len(s), 5):
        group = s[at:at + 5]
        number = int(binascii.hexlify(group.ljust(5, '\0')), 16)
        letters = ''.join(_LETTERS[number >> shift & 31] for shift in range(35, -1, -5))
        used = (len(group) * 8 + 4) // 5
        parts.append(letters[:used].ljust(8, '='))
    return EMPTYSTRING.join(parts)


def b32decode(s, casefold=False, map01=None):
    """`map01` is the letter that 1 stands for; 0 is O then."""
    if len(s) % 8:
        raise TypeError('Incorrect padding')
    if map01:
        s = s.translate(string.maketrans('01', 'O' + map01))
    if casefold:
        s = s.upper()
    letters = s.rstrip('=')
    lacking = _LACKING.get(len(s) - len(letters))
    parts = []
    for at in range(0, len(letters), 8):
        number = 0
        for letter in letters[at:at + 8].ljust(8, 'A'):
            if letter not in _VALUES:
                raise TypeError('Non-base32 digit found')
            number = number << 5 | _VALUES[letter]
        parts.append(binascii.unhexlify('%010x' % number))
    if lacking is None:
        raise TypeError('Incorrect padding')
    data = EMPTYSTRING.join(parts)
    return data[:-lacking] if lacking else data


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    if not isinstance(s, basestring):
        s = str(buffer(s))
    if casefold:
        s = s.upper()
    if any(c not in '0123456789ABCDEF' for c in s):
        raise TypeError('Non-base16 digit found')
    return binascii.unhexlify(s)


def encode(input, output):
    """From a file to a file, in lines."""
    for data in iter(lambda: _full(input), ''):
        output.write(binascii.b2a_base64(data))


def _full(input):
    """As many bytes as fit a line, fewer only at the end."""
    data = input.read(MAXBINSIZE)
    while data and len(data) < MAXBINSIZE:
        more = input.read(MAXBINSIZE - len(data))
        if not more:
            break
        data += more
    return data


def decode(input, output):
    for line in iter(input.readline, ''):
        output.write(binascii.a2b_base64(line))


def encodestring(s):
    return EMPTYSTRING.join(binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE))


def decodestring(s):
    return binascii.a2b_base64(str(s) if isinstance(s, unicode) else s)


def test():
    """A text there and back."""
    text = 'Aladdin:open sesame'
    encoded = encodestring(text)
    decoded = decodestring(encoded)
    print text, repr(encoded), decoded


def main():
    """The module as a program: -e, -d, -u and -t, a file or the standard input."""
    import getopt
    import sys
    try:
        options, args = getopt.getopt(sys.argv[1:], 'deut')
    except getopt.error as error:
        sys.stdout = sys.stderr
        print error
        sys.exit(2)
    convert = encode
    for option, _ in options:
        if option == '-t':
            test()
            return
        convert = encode if option == '-e' else decode
    if args and args[0] != '-':
        with open(args[0], 'rb') as file:
            convert(file, sys.stdout)
    else:
        convert(sys.stdin, sys.stdout)


if __name__ == '__main__':
    main()
