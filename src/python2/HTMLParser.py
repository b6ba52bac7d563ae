"""Reads HTML, and calls a method for each tag and text."""

import re

_interesting = re.compile('[&<]')
_start = re.compile(r'''<([a-zA-Z][^\t\n\r\f />\x00]*)((?:[^>=]|=\s*"[^"]*"|=\s*'[^']*'|=(?!\s*["']))*)>''')
_attribute = re.compile(r'''([^\s/>][^\s/=>]*)(?:\s*(=+)\s*("[^"]*"|'[^']*'|[^>\s]*))?''')
_end = re.compile(r'</\s*([a-zA-Z][^\t\n\r\f />\x00]*)[^>]*>')
_charref = re.compile('&#([0-9]+|[xX][0-9a-fA-F]+)(?=[^0-9a-fA-F])')
_entityref = re.compile('&([a-zA-Z][-.a-zA-Z0-9]*)(?=[^a-zA-Z0-9])')
_incomplete = re.compile(r'&(?:#[0-9a-zA-Z]*|[a-zA-Z][-.a-zA-Z0-9]*)?\Z')
_reference = re.compile(r'&(#?[xX]?(?:[0-9a-fA-F]+|\w{1,8}));')


class HTMLParseError(Exception):
    """An error, with the position where it is."""

    def __init__(self, msg, position=(None, None)):
        assert msg
        self.msg = msg
        self.lineno, self.offset = position

    def __str__(self):
        text = self.msg
        if self.lineno is not None:
            text += ', at line %d' % self.lineno
        if self.offset is not None:
            text += ', column %d' % (self.offset + 1)
        return text


class HTMLParser:
    """Takes text by feed(); subclasses have the methods that are called."""

    CDATA_CONTENT_ELEMENTS = ('script', 'style')
    entitydefs = None

    def __init__(self):
        self.reset()

    def reset(self):
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0
        self.__starttag = None

    def feed(self, data):
        self.rawdata += data
        self.goahead(0)

    def close(self):
        self.goahead(1)

    def error(self, message):
        raise HTMLParseError(message, self.getpos())

    def getpos(self):
        return self.lineno, self.offset

    def updatepos(self, i, j):
        lines = self.rawdata.count('\n', i, j)
        if lines:
            self.lineno += lines
            self.offset = j - self.rawdata.rindex('\n', i, j) - 1
        else:
            self.offset += j - i
        return j

    def get_starttag_text(self):
        return self.__starttag

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def goahead(self, end):
        """Handles what is there; without `end` an unfinished tag is kept for later."""
        raw = self.rawdata
        at = 0
        while at < len(raw):
            if self.cdata_elem:
                found = re.compile('</%s\\s*>' % self.cdata_elem, re.I).search(raw, at)
            else:
                found = _interesting.search(raw, at)
            stop = found.start() if found else len(raw)
            if not found and self.cdata_elem and not end:
                break
            if at < stop:
                self.handle_data(raw[at:stop])
            at = self.updatepos(at, stop)
            if at == len(raw):
                break
            next = self._markup(at) if raw[at] == '<' else self._ref(at)
            if next < 0:
                if not end:
                    break
                next = self._rest(at)
            at = self.updatepos(at, next)
        if end and at < len(raw) and not self.cdata_elem:
            self.handle_data(raw[at:])
            at = self.updatepos(at, len(raw))
        self.rawdata = raw[at:]

    def _rest(self, at):
        """What cannot be finished any more is text."""
        raw = self.rawdata
        if raw[at] == '&':
            stop = len(raw)
        else:
            stop = raw.find('>', at + 1) + 1 or raw.find('<', at + 1)
            if stop < 0:
                stop = at + 1
        self.handle_data(raw[at:stop])
        return stop

    def _ref(self, at):
        raw = self.rawdata
        for pattern, handle in (_charref, self.handle_charref), (_entityref, self.handle_entityref):
            found = pattern.match(raw, at)
            if found:
                handle(found.group(1))
                return found.end() + (raw[found.end()] == ';')
        if _incomplete.match(raw, at):
            return -1
        self.handle_data('&')
        return at + 1

    def _markup(self, at):
        """Handles a tag or the like; where it ends, -1 if that is not known yet."""
        raw = self.rawdata
        if raw.startswith('</', at):
            return self.parse_endtag(at)
        if raw.startswith('<!--', at):
            close = raw.find('-->', at + 4)
            if close >= 0:
                self.handle_comment(raw[at + 4:close])
            return close + 3 if close >= 0 else -1
        if raw.startswith('<?', at):
            close = raw.find('>', at + 2)
            if close >= 0:
                self.handle_pi(raw[at + 2:close])
            return close + 1 or -1
        if raw.startswith('<!', at):
            return self.parse_html_declaration(at)
        if re.match('[a-zA-Z]', raw[at + 1:at + 2]):
            return self.parse_starttag(at)
        if at + 1 == len(raw):
            return -1
        self.handle_data('<')
        return at + 1

    def parse_html_declaration(self, i):
        raw = self.rawdata
        if raw.startswith('<![', i):
            found = re.compile(r'\]\s*\]?\s*>').search(raw, i + 3)
            if not found:
                return -1
            self.unknown_decl(raw[i + 3:found.start()])
            return found.end()
        close = raw.find('>', i + 2)
        if close < 0:
            return -1
        text = raw[i + 2:close]
        if text[:7].lower() == 'doctype':
            self.handle_decl(text)
        else:
            self.handle_comment(text)
        return close + 1

    def parse_starttag(self, i):
        self.__starttag = None
        found = _start.match(self.rawdata, i)
        if not found:
            return -1
        self.__starttag = found.group()
        tag = self.lasttag = found.group(1).lower()
        text = found.group(2)
        closed = text.endswith('/') and not re.search(r'=\s*[^\s"\'>]*/$', text)
        attrs = []
        for name, equals, value in _attribute.findall(text):
            if not equals:
                value = None
            elif value[:1] in ('"', "'") and value[:1] == value[-1:]:
                value = value[1:-1]
            attrs.append((name.lower(), self.unescape(value) if value else value))
        if closed:
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return found.end()

    def parse_endtag(self, i):
        raw = self.rawdata
        close = raw.find('>', i + 2)
        if close < 0:
            return -1
        found = _end.match(raw, i)
        if found:
            self.handle_endtag(found.group(1).lower())
            self.clear_cdata_mode()
            return found.end()
        if close > i + 2:
            self.handle_comment(raw[i + 2:close])
        return close + 1

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    def unescape(self, s):
        """With references replaced by their characters."""
        if '&' not in s:
            return s
        from htmlentitydefs import name2codepoint

        def replace(match):
            name = match.group(1)
            try:
                if name[0] == '#':
                    return unichr(int(name[2:], 16) if name[1] in 'xX' else int(name[1:]))
                return u"'" if name == 'apos' else unichr(name2codepoint[name])
            except (ValueError, KeyError):
                return '&' + name + ';'
        return _reference.sub(replace, unicode(s)) if _reference.search(s) else s
