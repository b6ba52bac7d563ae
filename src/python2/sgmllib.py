"""A forgiving parser of SGML, as far as HTML uses it: what it finds goes to methods of a subclass.

Spec: https://docs.python.org/2.7/library/sgmllib.html
"""

import re

import markupbase

__all__ = ['SGMLParser']

_markup = re.compile('[&<]')
_entity = re.compile('&([a-zA-Z][-.a-zA-Z0-9]*)([^a-zA-Z0-9])')
_number = re.compile('&#([0-9]+)([^0-9])')
#: What may become one of the two when more comes.
_unfinished = re.compile('&([a-zA-Z][-.a-zA-Z0-9]*|#[0-9]*)?$')
_short = re.compile('<([a-zA-Z][-.a-zA-Z0-9]*)/([^/]*)/')
_short_begun = re.compile('<[a-zA-Z][-.a-zA-Z0-9]*/')
_name = re.compile('[a-zA-Z][-_.a-zA-Z0-9]*')
_attribute = re.compile(r'''\s*([a-zA-Z_][-:.a-zA-Z_0-9]*)(\s*=\s*('[^']*'|"[^"]*"|[^\s<>]*))?''')
_bracket = re.compile('[<>]')


class SGMLParseError(RuntimeError):
    """What the parser cannot read."""


class SGMLParser(markupbase.ParserBase):
    """Calls `start_TAG` and `end_TAG`, or `do_TAG`, for the tags that have such methods, `unknown_starttag` for others."""

    entity_or_charref = re.compile('&(?:([a-zA-Z][-.a-zA-Z0-9]*)|#([0-9]+))(;?)')
    entitydefs = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
    _decl_otherchars = '='

    def __init__(self, verbose=0):
        self.verbose = verbose
        self.reset()

    def reset(self):
        self.rawdata = ''
        self.stack = []
        self.lasttag = '???'
        self.nomoretags = 0
        self.literal = 0
        self._starttag_text = None
        markupbase.ParserBase.reset(self)

    def error(self, message):
        raise SGMLParseError(message)

    def feed(self, data):
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        self.goahead(1)

    def setliteral(self, *args):
        """No tags begin until one ends."""
        self.literal = 1

    def setnomoretags(self):
        """All that follows is text."""
        self.literal, self.nomoretags = 1, 1

    def goahead(self, end):
        """Handles what is complete; with `end`, all there is."""
        rawdata = self.rawdata
        i, size = 0, len(rawdata)
        while i < size:
            if self.nomoretags:
                self.handle_data(rawdata[i:])
                i = size
                break
            found = _markup.search(rawdata, i)
            at = found.start() if found else size
            if at > i:
                self.handle_data(rawdata[i:at])
            i = at
            if i == size:
                break
            next = self._reference(i) if rawdata[i] == '&' else self._tag(i)
            if next < 0:
                break
            i = next
        if end and i < size:
            self.handle_data(rawdata[i:])
            i = size
        self.rawdata = rawdata[i:]

    def _text(self, i, size):
        """So many characters that are no markup."""
        self.handle_data(self.rawdata[i:i + size])
        return i + size

    def _reference(self, i):
        """Where the text goes on behind the reference at i; -1 when it may not be complete."""
        for pattern, handle in (_number, self.handle_charref), (_entity, self.handle_entityref):
            found = pattern.match(self.rawdata, i)
            if found:
                handle(found.group(1))
                return found.end() if found.group(2) == ';' else found.end() - 1
        if _unfinished.match(self.rawdata, i):
            return -1
        return self._text(i, 2 if self.rawdata.startswith('&#', i) else 1)

    def _tag(self, i):
        """The same for what begins with `<`."""
        rawdata = self.rawdata
        if i + 1 == len(rawdata):
            return -1
        if rawdata[i + 1] == '/':
            next = self.parse_endtag(i)
            if next >= 0:
                self.literal = 0
            return next
        if self.literal:
            return self._text(i, 1)
        if rawdata[i + 1].isalpha() or rawdata[i + 1] == '>':
            return self.parse_starttag(i)
        if rawdata.startswith('<!--', i):
            return self.parse_comment(i)
        if rawdata[i + 1] == '?':
            return self.parse_pi(i)
        if rawdata[i + 1] == '!':
            return self.parse_declaration(i)
        return self._text(i, 1)

    def parse_pi(self, i):
        close = self.rawdata.find('>', i + 2)
        if close < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:close])
        return close + 1

    def get_starttag_text(self):
        """The text of the tag that was opened last."""
        return self._starttag_text

    def parse_starttag(self, i):
        self._starttag_text = None
        rawdata = self.rawdata
        if _short_begun.match(rawdata, i):
            short = _short.match(rawdata, i)
            if not short:
                return -1
            self._starttag_text = rawdata[i:short.start(2)]
            self.finish_shorttag(short.group(1).lower(), short.group(2))
            return short.end()
        bracket = _bracket.search(rawdata, i + 1)
        if not bracket:
            return -1
        close = bracket.start()
        attributes = []
        if rawdata.startswith('<>', i):
            tag = self.lasttag
        else:
            name = _name.match(rawdata, i + 1)
            tag = self.lasttag = name.group().lower()
            attributes = self._attributes(name.end(), close)
        if rawdata[close] == '>':
            close += 1
        self._starttag_text = rawdata[i:close]
        self.finish_starttag(tag, attributes)
        return close

    def _attributes(self, i, close):
        found = []
        while i < close:
            match = _attribute.match(self.rawdata, i)
            if not match:
                break
            name, rest, value = match.groups()
            if not rest:
                value = name
            elif value[:1] == value[-1:] and value[:1] in ('"', "'"):
                value = value[1:-1]
            found.append((name.lower(), self.entity_or_charref.sub(self._convert_ref, value)))
            i = match.end()
        return found

    def _convert_ref(self, match):
        entity, number, semicolon = match.groups()
        text = self.convert_charref(number) if number else self.convert_entityref(entity)
        return match.group() if text is None else text

    def parse_endtag(self, i):
        bracket = _bracket.search(self.rawdata, i + 1)
        if not bracket:
            return -1
        close = bracket.start()
        self.finish_endtag(self.rawdata[i + 2:close].strip().lower())
        return close + 1 if bracket.group() == '>' else close

    def finish_starttag(self, tag, attrs):
        """1 if the tag is open now, 0 if it has no end, -1 if nobody knows it."""
        for prefix, has_end in ('start_', 1), ('do_', 0):
            method = getattr(self, prefix + tag, None)
            if method is None:
                continue
            if has_end:
                self.stack.append(tag)
            self.handle_starttag(tag, method, attrs)
            return has_end
        self.unknown_starttag(tag, attrs)
        return -1

    def finish_endtag(self, tag):
        """Ends the tag and those that are open inside it; without a name, the innermost."""
        stack = self.stack
        if tag and tag in stack:
            outer = len(stack) - 1 - stack[::-1].index(tag)
        elif tag:
            (self.report_unbalanced if hasattr(self, 'end_' + tag) else self.unknown_endtag)(tag)
            return
        else:
            outer = len(stack) - 1
            if outer < 0:
                self.unknown_endtag(tag)
                return
        while len(stack) > outer:
            inner = stack[-1]
            method = getattr(self, 'end_' + inner, None)
            if method is None:
                self.unknown_endtag(inner)
            else:
                self.handle_endtag(inner, method)
            if len(stack) > outer:
                del stack[-1]

    def finish_shorttag(self, tag, data):
        """`<tag/data/`"""
        self.finish_starttag(tag, [])
        self.handle_data(data)
        self.finish_endtag(tag)

    def report_unbalanced(self, tag):
        if not self.verbose:
            return
        print '*** Unbalanced </%s>\n*** Stack: %s' % (tag, self.stack)

    def handle_endtag(self, tag, method):
        method()

    def handle_starttag(self, tag, method, attrs):
        method(attrs)

    def convert_charref(self, name):
        """The character of an ASCII code, else None."""
        try:
            code = int(name)
        except ValueError:
            return None
        return self.convert_codepoint(code) if 0 <= code <= 127 else None

    def convert_codepoint(self, codepoint):
        return chr(codepoint)

    def handle_charref(self, name):
        text = self.convert_charref(name)
        if text is None:
            self.unknown_charref(name)
        else:
            self.handle_data(text)

    def convert_entityref(self, name):
        return self.entitydefs.get(name)

    def handle_entityref(self, name):
        text = self.convert_entityref(name)
        if text is None:
            self.unknown_entityref(name)
        else:
            self.handle_data(text)

    def handle_data(self, data):
        pass

    handle_comment = handle_decl = handle_pi = unknown_endtag = unknown_charref = unknown_entityref = handle_data

    def unknown_starttag(self, tag, attrs):
        pass
