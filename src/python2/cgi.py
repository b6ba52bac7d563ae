"""Texts for pages, and what forms of pages send."""

import urlparse
from urlparse import parse_qs, parse_qsl

__version__ = '2.6'
__all__ = ['parse_qs', 'parse_qsl', 'parse_header', 'escape']


def escape(s, quote=None):
    """With &amp;, &lt; and &gt;; with &quot; too if quote is true."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;') if quote else s


def _fields(text):
    while text[:1] == ';':
        text = text[1:]
        end = text.find(';')
        while end > 0 and (text.count('"', 0, end) - text.count('\\"', 0, end)) % 2:
            end = text.find(';', end + 1)
        if end < 0:
            end = len(text)
        yield text[:end].strip()
        text = text[end:]


def parse_header(line):
    """'kind; name=value' -> 'kind', {'name': 'value'}."""
    fields = _fields(';' + line)
    kind = next(fields)
    options = {}
    for field in fields:
        name, equals, value = field.partition('=')
        if equals:
            value = value.strip()
            if len(value) >= 2 and value[0] == value[-1] == '"':
                value = value[1:-1].replace('\\\\', '\\').replace('\\"', '"')
            options[name.strip().lower()] = value
    return kind, options
