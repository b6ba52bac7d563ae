"""A parser of HTML that calls a method for everything it finds: Python 3's, as Python 2 has it."""

import re

import htmlentitydefs as _entities
import markupbase
from _library3 import classic as _classic, library as _library

_modern = _library('html.parser')

#: One attribute: its name, and the value with its sign, unless there is none.
_ATTRIBUTE = re.compile(r"""
    (?<=['"\s/]) ([^\s/>][^\s/=>]*)
    (?: \s* (=+) \s* ( '[^']*' | "[^"]*" | (?!['"])[^>\s]* ) )?
    (?: \s | /(?!>) )*""", re.VERBOSE)
_TAG_NAME = re.compile(r'<([a-zA-Z][^\t\n\r\f />\0]*)(?:\s|/(?!>))*')
_REFERENCE = re.compile(r'&(?:#([xX]?)(\w{1,7})|(\w{1,8}));')

_LONE_LETTER = re.compile(r'&[a-zA-Z]\Z')
_go_ahead = vars(_modern.HTMLParser)['goahead']


class HTMLParseError(Exception):
    """What `HTMLParser.error` raises: a message, and where."""

    def __init__(self, msg, position=(None, None)):
        assert msg
        self.msg, (self.lineno, self.offset) = msg, position

    def __str__(self):
        where = [(self.lineno, ', at line %d', 0), (self.offset, ', column %d', 1)]
        return self.msg + ''.join(form % (number + more) for number, form, more in where if number is not None)


class HTMLParser(markupbase.ParserBase):
    """Feed it with text; override the methods that are named after it."""

    __metaclass__ = _classic(_modern.HTMLParser)
    CDATA_CONTENT_ELEMENTS = 'script', 'style'
    convert_charrefs = entitydefs = None

    def __init__(self):
        self.reset()

    def reset(self):
        """Forgets all that was fed."""
        markupbase.ParserBase.reset(self)
        self.rawdata, self.lasttag = '', '???'
        self.clear_cdata_mode()

    def error(self, message):
        raise HTMLParseError(message, self.getpos())

    def goahead(self, end):
        if end and not self.cdata_elem and _LONE_LETTER.match(self.rawdata):
            self.error('EOF in middle of entity or char ref')
        _go_ahead(self, end)

    def parse_starttag(self, i):
        """Handles the start tag at `i`; where it ends, or -1 when that has not been fed yet."""
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        text = self.rawdata[i:end]
        self._HTMLParser__starttag_text = text
        name = _TAG_NAME.match(text)
        assert name, 'unexpected call to parse_starttag()'
        self.lasttag = tag = name.group(1).lower()
        attributes, at = self._attributes(text, name.end())
        closing = text[at:].strip()
        if closing not in ('>', '/>'):
            self.handle_data(text)
        elif closing == '/>':
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if any(tag == name for name in self.CDATA_CONTENT_ELEMENTS):
                self.set_cdata_mode(tag)
        return end

    def _attributes(self, text, at):
        """The attributes in a tag's text from `at` on, and where they end."""
        found = []
        while True:
            match = _ATTRIBUTE.match(text, at)
            if match is None:
                return found, at
            name, sign, value = match.groups()
            if not sign:
                value = None
            elif value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            found.append((name.lower(), self.unescape(value) if value else value))
            at = match.end()

    def unescape(self, s):
        """The text with the characters that its references stand for."""
        return _REFERENCE.sub(_character, s) if '&' in s else s


def _character(reference):
    """The character that a reference means; the reference itself when it means none."""
    hexadecimal, number, name = reference.groups()
    if name is not None:
        code = 39 if name == 'apos' else _entities.name2codepoint.get(name)
        return '&%s;' % name if code is None else unichr(code)
    try:
        return unichr(int(number, 16 if hexadecimal else 10))
    except ValueError:
        return '&#' + hexadecimal + number + ';'
