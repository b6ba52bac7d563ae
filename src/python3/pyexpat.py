"""A parser of XML that tells what it meets, without validation: the interface of Expat.

What is fed is taken apart token by token; a token that is not whole waits for more.
"""

import codecs
import re

from _expat_names import MESSAGES as _messages, errors, model

EXPAT_VERSION = 'expat_2.6.3'
version_info = (2, 6, 3)
native_encoding = 'UTF-8'
features = [('sizeof(XML_Char)', 1), ('sizeof(XML_LChar)', 1), ('XML_NS', 0)]
XML_PARAM_ENTITY_PARSING_NEVER, XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE, XML_PARAM_ENTITY_PARSING_ALWAYS = range(3)

(_SYNTAX, _NO_ELEMENTS, _INVALID, _UNCLOSED, _, _MISMATCH, _DUPLICATE, _JUNK, _, _UNDEFINED, _RECURSIVE, _ASYNC,
 _BAD_CHAR) = range(2, 15)
_MISPLACED, _UNCLOSED_CDATA, _UNBOUND, _XML_DECL, _FINISHED = 17, 20, 27, 30, 36


class ExpatError(Exception):
    pass


ExpatError.__module__ = 'xml.parsers.expat'
error = ExpatError


def ErrorString(code, /):
    return _messages.get(code)


_NAME = r'[^\W\d][\w.\-:·]*|:[\w.\-:·]*'
_name = re.compile(_NAME)
_space = re.compile(r'[ \t\n]+')
_attribute = re.compile(r'[ \t\n]+(%s)[ \t\n]*=[ \t\n]*(?:"([^<"]*)"|\'([^<\']*)\')' % _NAME)
_reference = re.compile(r'&(?:#([0-9]+)|#x([0-9a-fA-F]+)|(%s));' % _NAME)
_forbidden = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')
_declaration = re.compile(
    r'<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*["\']([\w.:\-]+)["\'](?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*["\']([\w.\-]+)["\'])?'
    r'(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*["\'](yes|no)["\'])?[ \t\n]*\?>')
_doctype = re.compile(
    r'<!DOCTYPE[ \t\n]+(%s)(?:[ \t\n]+(?:SYSTEM|PUBLIC[ \t\n]+(?:"([^"]*)"|\'([^\']*)\'))[ \t\n]+(?:"([^"]*)"|\'([^\']*)\'))?[ \t\n]*' % _NAME)
_entity = re.compile(
    r'<!ENTITY[ \t\n]+(%%[ \t\n]+)?(%s)[ \t\n]+(?:"([^"]*)"|\'([^\']*)\'|(?:SYSTEM|PUBLIC[ \t\n]+(?:"([^"]*)"|\'([^\']*)\'))'
    r'[ \t\n]+(?:"([^"]*)"|\'([^\']*)\')(?:[ \t\n]+NDATA[ \t\n]+(%s))?)[ \t\n]*>' % (_NAME, _NAME))
_subset_token = re.compile(r'<!--.*?-->|<\?.*?\?>|"[^"]*"|\'[^\']*\'|[\]\[<>]', re.S)
_PREDEFINED = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
_HANDLERS = [name + 'Handler' for name in (
    'StartElement EndElement CharacterData ProcessingInstruction Comment StartCdataSection EndCdataSection Default '
    'DefaultHandlerExpand XmlDecl StartDoctypeDecl EndDoctypeDecl EntityDecl StartNamespaceDecl EndNamespaceDecl '
    'ExternalEntityRef UnparsedEntityDecl NotationDecl ElementDecl AttlistDecl NotStandalone SkippedEntity').split()]
_HANDLERS[_HANDLERS.index('DefaultHandlerExpandHandler')] = 'DefaultHandlerExpand'


class _Incomplete(Exception):
    """The token at the front is not whole."""


class xmlparser:
    def __init__(self, encoding, separator, intern):
        for name in _HANDLERS:
            setattr(self, name, None)
        self.intern = {} if intern is None else intern
        self.buffer_text = self.namespace_prefixes = self.ordered_attributes = self.specified_attributes = False
        self.buffer_size, self.buffer_used = 8192, 0
        self.ErrorCode, self.ErrorByteIndex = 0, -1
        self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex = 1, 0, -1
        self._encoding, self._separator, self._decoder = encoding, separator, None
        self._head, self._text, self._base = b'', '', None
        self._open, self._texts, self._scopes = [], [], [{'xml': 'http://www.w3.org/XML/1998/namespace'}]
        self._entities, self._expanding = {}, []
        self._began = self._over = self._finished = self._cdata = False

    ErrorLineNumber = property(lambda self: self.CurrentLineNumber)
    ErrorColumnNumber = property(lambda self: self.CurrentColumnNumber)

    # ------------------------------------------------------------ what programs call

    def Parse(self, data, isfinal=False, /):
        if self._finished:
            self._fail(_FINISHED)
        if isinstance(data, str):
            text = data
        else:
            text = self._decode(bytes(data), isfinal)
        self._text += text.replace('\r\n', '\n').replace('\r', '\n') if '\r' in text else text
        try:
            self._run(isfinal)
        finally:
            self._flush()
        if isfinal:
            self._finished = True
            if not self._over:
                self._fail(_UNCLOSED_CDATA if self._cdata else _NO_ELEMENTS)
        return 1

    def ParseFile(self, file, /):
        while True:
            data = file.read(65536)
            if not isinstance(data, (bytes, bytearray)):
                raise TypeError("read() did not return a bytes object (type=%s)" % type(data).__name__)
            if not data:
                return self.Parse(b'', True)
            self.Parse(data)

    def SetBase(self, base, /):
        self._base = base

    def GetBase(self):
        return self._base

    def GetInputContext(self):
        return None

    def UseForeignDTD(self, flag=True, /):
        pass

    def SetParamEntityParsing(self, flag, /):
        return 1

    def GetReparseDeferralEnabled(self):
        return False

    def SetReparseDeferralEnabled(self, enabled, /):
        pass

    def ExternalEntityParserCreate(self, context, encoding=None, /):
        other = xmlparser(encoding, self._separator, self.intern)
        for name in _HANDLERS:
            setattr(other, name, getattr(self, name))
        other._entities = self._entities
        return other

    # ------------------------------------------------------------ text

    def _decode(self, data, isfinal):
        if self._decoder is None:
            self._head += data
            # The declaration says the encoding: it is in the first bytes.
            if not isfinal and len(self._head) < 4:
                return ''
            data, self._head = self._head, b''
            self._decoder = codecs.getincrementaldecoder(self._encoding_of(data))()
            if data.startswith(codecs.BOM_UTF8):
                data = data[3:]
        try:
            return self._decoder.decode(data, isfinal)
        except UnicodeDecodeError as error:
            # What stands before it is told first.
            self._text += error.object[:error.start].decode(error.encoding)
            self._run(False)
            self._fail(_INVALID)

    def _encoding_of(self, data):
        if self._encoding is not None:
            name = self._encoding
        elif data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            name = 'utf-16'
        else:
            found = re.match(rb'<\?xml[^>]*?encoding\s*=\s*["\']([\w.\-]+)', data)
            name = 'utf-8' if found is None else found[1].decode('ascii')
        codecs.lookup(name)
        return name

    def _take(self, length):
        """The next characters, whose place is the current one from now on."""
        text, self._text = self._text[:length], self._text[length:]
        lines = text.count('\n')
        if lines:
            self.CurrentLineNumber += lines
            self.CurrentColumnNumber = length - text.rfind('\n') - 1
        else:
            self.CurrentColumnNumber += length
        self.CurrentByteIndex += length
        return text

    def _fail(self, code, ahead=0):
        self._flush()
        self._take(ahead)
        self.ErrorCode = code
        line, column = self.CurrentLineNumber, self.CurrentColumnNumber
        error = ExpatError('%s: line %d, column %d' % (_messages[code], line, column))
        error.code, error.lineno, error.offset = code, line, column
        raise error

    # ------------------------------------------------------------ events

    def _tell(self, handler, source, *args):
        """Calls a handler; the default one if there is none for it."""
        call = getattr(self, handler)
        if call is None:
            call, args = self.DefaultHandlerExpand or self.DefaultHandler, (source,)
            if call is None or not source:
                return
        self._flush()
        call(*args)

    def _characters(self, text):
        if self.CharacterDataHandler is None:
            self._tell('CharacterDataHandler', text, text)
        elif self.buffer_text:
            self._texts.append(text)
        else:
            self.CharacterDataHandler(text)

    def _flush(self):
        if self._texts:
            text, self._texts = ''.join(self._texts), []
            self.CharacterDataHandler(text)

    # ------------------------------------------------------------ tokens

    def _run(self, isfinal):
        while self._text:
            try:
                self._token(isfinal)
            except _Incomplete:
                if isfinal:
                    self._fail(_UNCLOSED)
                return

    def _token(self, isfinal):
        text = self._text
        if self._cdata:
            self._section()
        elif text[0] != '<':
            self._plain(isfinal)
        elif len(text) < 2 or '<!DOCTYPE'.startswith(text[:9]) and len(text) < 9 or '<![CDATA['.startswith(text[:9]) and len(text) < 9:
            raise _Incomplete
        elif text[1] == '?':
            self._instruction()
        elif text.startswith('<!--'):
            self._comment()
        elif text.startswith('<![CDATA[') and self._open:
            self._take(9)
            self._cdata = True
            self._tell('StartCdataSectionHandler', '<![CDATA[')
        elif text.startswith('<!DOCTYPE') and not self._open and not self._over:
            self._document_type()
        elif text[1] == '/' and self._open:
            self._end_tag()
        elif text[1] in '/!':
            self._fail(_INVALID, 1 if text[1] == '/' else 2)
        elif self._over:
            self._fail(_JUNK)
        else:
            self._start_tag()
        self._began = True

    def _plain(self, isfinal):
        text = self._text
        if not self._open:
            blank = _space.match(text)
            if blank is None:
                if text[0] == '\ufeff' and not self._began:
                    self._text = text[1:]
                    return
                self._fail(_JUNK if self._over else _SYNTAX)
            self._tell('DefaultHandler', self._take(blank.end()))
            return
        if text[0] == '&':
            self._refer()
            return
        end = min(at for at in (text.find('<'), text.find('&'), len(text)) if at >= 0)
        if end == len(text) and text.endswith((']', ']]')) and not isfinal:
            end -= 2 if text.endswith(']]') else 1
            if end == 0:
                raise _Incomplete
        bad = _forbidden.search(text, 0, end)
        if bad is not None:
            self._fail(_INVALID, bad.start())
        if ']]>' in text[:end]:
            self._fail(_INVALID, text.index(']]>') + 2)
        for part in re.findall(r'\n|[^\n]+', self._take(end)):
            self._characters(part)

    def _whole_reference(self):
        found = _reference.match(self._text)
        if found is None:
            end = re.match(r'&#?[\w.\-:]*', self._text).end()
            if end == len(self._text):
                raise _Incomplete
            self._fail(_INVALID, end)
        return found

    def _character(self, found):
        """What a reference to a character stands for; None if it is one to an entity."""
        if found[3] is not None:
            return _PREDEFINED.get(found[3])
        code = int(found[1]) if found[1] is not None else int(found[2], 16)
        if code > 0x10ffff or 0xd800 <= code < 0xe000 or _forbidden.match(chr(code)):
            self._fail(_BAD_CHAR)
        return chr(code)

    def _refer(self):
        found = self._whole_reference()
        text = self._character(found)
        if text is None:
            if found[3] not in self._entities:
                self._unknown(found)
                return
            value = self._entities[found[3]]
            if value is None:
                self._external(found)
                return
            self._expand(found, value)
            return
        self._take(found.end())
        self._characters(text)

    def _unknown(self, found):
        # An external subset that nobody reads may declare it.
        if not self._entities.get('#external'):
            self._fail(_UNDEFINED)
        source = self._take(found.end())
        if self.SkippedEntityHandler is not None:
            self._tell('SkippedEntityHandler', source, found[3], False)
        else:
            self._tell('DefaultHandler', source)

    def _external(self, found):
        source = self._take(found.end())
        system, public = self._entities['#' + found[3]]
        if self.ExternalEntityRefHandler is None:
            self._tell('DefaultHandler', source)
        else:
            self._flush()
            self.ExternalEntityRefHandler(found[3], self._base, system, public)

    def _expand(self, found, value):
        if found[3] in self._expanding:
            self._fail(_RECURSIVE)
        self._take(found.end())
        place = self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex
        rest, self._text, depth = self._text, value, len(self._open)
        self._expanding.append(found[3])
        try:
            self._run(True)
        finally:
            self._expanding.pop()
        if len(self._open) != depth:
            self._fail(_ASYNC)
        self._text = rest
        self.CurrentLineNumber, self.CurrentColumnNumber, self.CurrentByteIndex = place

    def _section(self):
        end = self._text.find(']]>')
        if end < 0:
            end = len(self._text.rstrip(']'))
        if end > 0:
            for part in re.findall(r'\n|[^\n]+', self._take(end)):
                self._characters(part)
        elif self._text.startswith(']]>'):
            self._take(3)
            self._cdata = False
            self._tell('EndCdataSectionHandler', ']]>')
        else:
            raise _Incomplete

    def _instruction(self):
        end = self._text.find('?>')
        if end < 0:
            raise _Incomplete
        name = _name.match(self._text, 2)
        if name is None:
            self._fail(_INVALID, 2)
        if name[0] == 'xml':
            if self._began:
                self._fail(_MISPLACED)
            found = _declaration.match(self._text)
            if found is None:
                self._fail(_XML_DECL)
            alone = {'yes': 1, 'no': 0, None: -1}[found[3]]
            self._tell('XmlDeclHandler', self._take(found.end()), found[1], found[2], alone)
            return
        source = self._take(end + 2)
        self._tell('ProcessingInstructionHandler', source, name[0], source[name.end():-2].lstrip(' \t\n'))

    def _comment(self):
        end = self._text.find('--', 4)
        if end < 0 or end + 2 == len(self._text):
            raise _Incomplete
        if self._text[end + 2] != '>':
            self._fail(_INVALID, end + 2)
        source = self._take(end + 3)
        self._tell('CommentHandler', source, source[4:-3])

    # ------------------------------------------------------------ tags

    def _start_tag(self):
        text = self._text
        name = _name.match(text, 1)
        if name is None:
            self._fail(_INVALID, 1)
        at, attributes = name.end(), {}
        for found in iter(lambda: _attribute.match(text, at), None):
            if found[1] in attributes:
                self._fail(_DUPLICATE, found.start(1))
            attributes[found[1]] = found[2] if found[2] is not None else found[3]
            at = found.end()
        end = re.compile(r'[ \t\n]*(/?)>').match(text, at)
        if end is None:
            self._broken_tag(at)
        values = {key: self._value(value) if '&' in value or '\n' in value or '\t' in value else value
                  for key, value in attributes.items()}
        declared, shown = self._names(name[0], values)
        source = self._take(end.end())
        self._open.append((name[0], shown[0], declared))
        self._tell('StartElementHandler', source, *shown)
        if end[1]:
            self._close('')

    def _broken_tag(self, at):
        """Either there is more to come, or something in the tag is wrong."""
        rest = self._text[at:]
        if self._text[at - 1] in '"\'' and rest and rest[0] not in ' \t\n/>':
            self._fail(_INVALID, at)
        if re.fullmatch(r'[ \t\n]*(/|((%s)[ \t\n]*(=[ \t\n]*("[^<"]*|\'[^<\']*)?)?)?)?' % _NAME, rest):
            raise _Incomplete
        found = re.match(r'[ \t\n]*((%s)?[ \t\n]*(=[ \t\n]*("[^<"]*|\'[^<\']*)?)?)?' % _NAME, rest)
        self._fail(_INVALID, at + found.end())

    def _value(self, text, depth=0):
        """An attribute's value: references replaced, white space to spaces."""
        def replacement(found):
            if found[0] in '\n\t':
                return ' '
            whole = _reference.fullmatch(found[0])
            if whole is None:
                self._fail(_INVALID)
            single = self._character(whole)
            if single is not None:
                return single
            value = self._entities.get(whole[3])
            if value is None or depth > 20:
                self._fail(_RECURSIVE if value is not None else _UNDEFINED)
            return self._value(value, depth + 1)
        return re.sub(r'[\n\t]|&[^;]*;?', replacement, text)

    def _names(self, name, attributes):
        """Prefixes declared by a tag, and what is told of its name and attributes."""
        if self._separator is None:
            return (), (self._interned(name), self._listed(attributes))
        declared, scope = [], self._scopes[-1]
        for key, value in attributes.items():
            if key == 'xmlns' or key.startswith('xmlns:'):
                declared.append(key[6:] or None)
                scope = {**scope, key[6:] or None: value}
        for prefix in declared:
            self._tell('StartNamespaceDeclHandler', '', prefix, scope[prefix] or None)
        self._scopes.append(scope)
        rest = {self._full(key, scope, False): value for key, value in attributes.items()
                if key != 'xmlns' and not key.startswith('xmlns:')}
        return declared, (self._full(name, scope, True), self._listed(rest))

    def _full(self, name, scope, isElement):
        prefix, colon, local = name.partition(':')
        if not colon:
            uri = scope.get(None) if isElement else None
            return self._interned(uri + self._separator + name if uri else name)
        if prefix not in scope:
            self._fail(_UNBOUND)
        full = scope[prefix] + self._separator + local
        return self._interned(full + self._separator + prefix if self.namespace_prefixes else full)

    def _interned(self, name):
        return self.intern.setdefault(name, name)

    def _listed(self, attributes):
        return [part for pair in attributes.items() for part in pair] if self.ordered_attributes else attributes

    def _end_tag(self):
        name = _name.match(self._text, 2)
        end = self._text.find('>')
        if end < 0:
            raise _Incomplete
        if name is None or self._text[name.end():end].strip(' \t\n'):
            self._fail(_INVALID, 2)
        if name[0] != self._open[-1][0]:
            self._fail(_MISMATCH, 2)
        self._close(self._take(end + 1))

    def _close(self, source):
        _, shown, declared = self._open.pop()
        self._tell('EndElementHandler', source, shown)
        if self._separator is not None:
            self._scopes.pop()
            for prefix in reversed(declared):
                self._tell('EndNamespaceDeclHandler', '', prefix)
        self._over = not self._open

    # ------------------------------------------------------------ the document's type

    def _document_type(self):
        head = _doctype.match(self._text)
        if head is None or head.end() == len(self._text):
            if '>' not in self._text:
                raise _Incomplete
            self._fail(_SYNTAX)
        at, depth = head.end(), 0
        has_subset = self._text[at] == '['
        for found in _subset_token.finditer(self._text, at):
            depth += {'[': 1, '<': 1, ']': -1, '>': -1}.get(found[0], 0)
            if depth < 0:
                break
        else:
            raise _Incomplete
        source = self._take(found.end())
        public, system = head[2] or head[3], head[4] if head[4] is not None else head[5]
        self._entities['#external'] = system is not None
        self._tell('StartDoctypeDeclHandler', source, head[1], system, public, int(has_subset))
        for entity in _entity.finditer(source, at):
            self._declare(entity)
        self._tell('EndDoctypeDeclHandler', '')

    def _declare(self, entity):
        name, system = entity[2], entity[7] if entity[7] is not None else entity[8]
        value = entity[3] if entity[3] is not None else entity[4]
        if value is not None:
            value = re.sub(r'&#(?:([0-9]+)|x([0-9a-fA-F]+));', lambda m: self._character(_reference.match(m[0])), value)
        if entity[1] is None and name not in self._entities:
            self._entities[name] = value
            self._entities['#' + name] = system, entity[5] or entity[6]
        if self.EntityDeclHandler is not None:
            self._tell('EntityDeclHandler', '', name, int(entity[1] is not None), value, self._base, system,
                       entity[5] or entity[6], entity[9])


xmlparser.__module__ = 'pyexpat'
XMLParserType = xmlparser


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError('namespace_separator must be at most one character, omitted, or None')
    return xmlparser(encoding, namespace_separator, intern)
