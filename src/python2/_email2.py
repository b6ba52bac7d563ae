"""What messages of the library's package `email` do otherwise in Python 2: content is str, and stays as it is given."""

import re

#: How `email.charset` says that headers are coded by Base64.
_BASE64 = 2
_CODINGS = {'quoted-printable': 'quopri', 'base64': 'base64'}
_CODINGS.update(dict.fromkeys(['x-uuencode', 'uuencode', 'uue', 'x-uue'], 'uu'))


def set_payload(self, payload, charset=None):
    """Sets the content: a text, or the list of the parts."""
    self._payload = payload
    if charset is not None:
        self.set_charset(charset)


def get_payload(self, i=None, decode=False):
    """The content, or one of its parts; with `decode` as it was before it was coded for the way."""
    if i is not None and not isinstance(self._payload, list):
        raise TypeError('Expected list, got %s' % type(self._payload))
    payload = self._payload if i is None else self._payload[i]
    if not decode:
        return payload
    if self.is_multipart():
        return None
    coding = _CODINGS.get(self.get('content-transfer-encoding', '').lower())
    try:
        return payload if coding is None else payload.decode(coding)
    except Exception:
        # What cannot be decoded is given as it came.
        return payload


def set_charset(self, charset):
    """Says in which charset the content is, and codes it as that charset wants."""
    from email.charset import Charset
    if charset is None:
        self.del_param('charset')
        self._charset = None
        return
    charset = charset if isinstance(charset, Charset) else Charset(charset)
    self._charset = charset
    if 'MIME-Version' not in self:
        self.add_header('MIME-Version', '1.0')
    if 'Content-Type' in self:
        self.set_param('charset', charset.get_output_charset())
    else:
        self.add_header('Content-Type', 'text/plain', charset=charset.get_output_charset())
    if isinstance(self._payload, unicode):
        self._payload = self._payload.encode(charset.output_charset or 'us-ascii')
    if 'Content-Transfer-Encoding' in self:
        return
    coding = charset.get_body_encoding()
    if callable(coding):
        coding(self)
        return
    if coding in ('base64', 'quoted-printable') and isinstance(self._payload, str):
        self._payload = self._payload.encode(_CODINGS[coding])
    self.add_header('Content-Transfer-Encoding', coding)


def raw_items(self):
    """The headers, as they are kept."""
    return iter(self._headers[:])


# ---------------------------------------------------------------- encoders


def encode_base64(msg):
    """Codes a message's content by Base64."""
    given = msg.get_payload()
    text = given.encode('base64')
    msg.set_payload(text if given.endswith('\n') or not text else text[:-1])
    msg['Content-Transfer-Encoding'] = 'base64'


def encode_quopri(msg):
    """Codes a message's content so that most of it can be read."""
    import quopri
    msg.set_payload(quopri.encodestring(msg.get_payload(), True).replace(' ', '=20'))
    msg['Content-Transfer-Encoding'] = 'quoted-printable'


def encode_7or8bit(msg):
    """Only says whether there is anything beyond ASCII."""
    content = msg.get_payload()
    is_plain = content is None or all(char < '\x80' for char in content)
    msg['Content-Transfer-Encoding'] = '7bit' if is_plain else '8bit'


def init_text(self, _text, _subtype='plain', _charset='us-ascii'):
    """MIMEText: a message that is a text."""
    from email.mime.nonmultipart import MIMENonMultipart
    MIMENonMultipart.__init__(self, 'text', _subtype, charset=_charset)
    self.set_payload(_text, _charset)


# ---------------------------------------------------------------- headers


def append(self, s, charset=None, errors='strict'):
    """Header: a text more; unicode goes in UTF-8 where its own charset has no such characters."""
    from email.charset import Charset
    charset = self._charset if charset is None else charset
    charset = charset if isinstance(charset, Charset) else Charset(charset)
    text = s if isinstance(s, unicode) else s.decode(charset.input_codec or 'us-ascii', errors)
    try:
        text.encode(charset.output_codec or 'us-ascii', errors)
    except UnicodeError:
        charset = Charset('utf-8')
    self._chunks.append((text, charset))


def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
    """Header: the text in lines, with what is not ASCII as words in their charset."""
    most = min(self._maxlinelen, 76) if maxlinelen is None else maxlinelen or 1 << 30
    words = []
    for text, charset in self._chunks:
        if all(char < u'\x80' for char in text):
            words += str(text).split(' ')
        else:
            words += _encoded_words(text, charset, min(most, 75))
    lines, room = [[]], most - (self._headerlen if hasattr(self, '_headerlen') else 0)
    for word in words:
        if lines[-1] and len(word) + 1 > room:
            lines.append([])
            room = most
        room -= len(word) + 1
        lines[-1].append(word)
    return (linesep + ' ').join(' '.join(line) for line in lines)


def _encoded_words(text, charset, most):
    """Words like =?utf-8?b?...?=, none longer than that."""
    from email.charset import QP
    name = charset.get_output_charset()
    words, at = [], 0
    while at < len(text):
        size = len(text) - at
        while True:
            data = text[at:at + size].encode(charset.output_codec)
            as_base64 = '=?%s?b?%s?=' % (name, data.encode('base64').replace('\n', ''))
            word = as_base64
            if charset.header_encoding != _BASE64:
                quoted = '=?%s?q?%s?=' % (name, _quoted_word(data))
                word = quoted if charset.header_encoding == QP else min(quoted, as_base64, key=len)
            if len(word) <= most or size == 1:
                break
            size = min(size - 1, size * most // len(word) + 1)
        words.append(word)
        at += size
    return words


def _quoted_word(data):
    """The bytes as a word in which those that are letters can be read."""
    return re.sub('[^-a-zA-Z0-9!*+/ ]', lambda found: '=%02X' % ord(found.group()), data).replace(' ', '_')


def decoding(decode_header):
    """`decode_header`, whose texts are str."""
    def decode(header):
        pairs = decode_header(str(header))
        return [(str(text if isinstance(text, str) else bytearray(text)), charset) for text, charset in pairs]
    return decode
