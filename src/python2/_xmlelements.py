"""A reader of XML for `xmlrpclib`: elements and texts, with the errors that expat has."""

import re


class ExpatError(Exception):
    """The text is no XML: code, lineno, offset."""

    def __init__(self, message, lineno=1, offset=0):
        Exception.__init__(self, '%s: line %d, column %d' % (message, lineno, offset))
        self.lineno = lineno
        self.offset = offset


ExpatError.__module__ = 'xml.parsers.expat'
_markup = re.compile(r'<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>|'
                     r'</(?P<end>[^\s<>/]+)\s*>|<(?P<start>[^\s<>/!?]+)(?P<attrs>(?:[^<>"\']|"[^"]*"|\'[^\']*\')*?)'
                     r'(?P<empty>/?)>', re.DOTALL)
_entity = re.compile(r'&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));')
_entities = {'lt': u'<', 'gt': u'>', 'amp': u'&', 'quot': u'"', 'apos': u"'"}
_attribute = re.compile(r'''([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')''')
_declared = re.compile(r'''^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']''')


class ExpatParser:
    """Reads a whole document, and tells the target of its elements and texts."""

    __module__ = 'xmlrpclib'

    def __init__(self, target):
        self.target = target
        self._parts = []

    def feed(self, data):
        self._parts.append(data)

    def close(self):
        text = ''.join(self._parts)
        self._parts = []
        if isinstance(text, str):
            declared = _declared.match(text)
            text = text.decode(declared.group(1) if declared else 'utf-8')
        self._text = text
        self.target.xml('utf-8', None)
        self._elements()
        del self.target

    def _fail(self, message, at):
        before = self._text[:at]
        raise ExpatError(message, before.count('\n') + 1, at - (before.rfind('\n') + 1))

    def _elements(self):
        text = self._text
        at = 0
        opened = []
        seen = False
        while True:
            tag = text.find('<', at)
            between = text[at:tag if tag >= 0 else len(text)]
            if opened:
                if between:
                    self._characters(between, at)
            elif between.strip():
                self._fail('junk after document element' if seen else 'syntax error', at)
            if tag < 0:
                if opened or not seen:
                    self._fail('no element found', len(text))
                return
            found = _markup.match(text, tag)
            if found is None:
                self._fail('not well-formed (invalid token)', tag + 1)
            at = found.end()
            if found.group('start'):
                if seen and not opened:
                    self._fail('junk after document element', tag)
                seen = True
                name = found.group('start')
                values = _attribute.findall(found.group('attrs'))
                self.target.start(name, dict((key, self._resolve(one or two, tag)) for key, one, two in values))
                if found.group('empty'):
                    self.target.end(name)
                else:
                    opened.append(name)
            elif found.group('end'):
                if not opened or opened.pop() != found.group('end'):
                    self._fail('mismatched tag', tag + 2)
                self.target.end(found.group('end'))
            elif found.group('cdata'):
                self.target.data(found.group('cdata'))

    def _characters(self, text, at):
        self.target.data(self._resolve(text, at).replace('\r\n', '\n').replace('\r', '\n'))

    def _resolve(self, text, at):
        if '&' not in text:
            return text

        def replace(match):
            hexadecimal, decimal, name = match.groups()
            if name:
                if name not in _entities:
                    self._fail('undefined entity', at + match.start())
                return _entities[name]
            return unichr(int(hexadecimal, 16) if hexadecimal else int(decimal))
        if '&' in _entity.sub('', text):
            self._fail('not well-formed (invalid token)', at + _entity.sub(lambda m: '.' * len(m.group()), text).index('&') + 1)
        return _entity.sub(replace, text)
