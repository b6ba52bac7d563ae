"""Texts for pages, and what forms of pages send."""

import urlparse
from _formtexts import parse_header
from _forms import FieldStorage, MiniFieldStorage, parse, parse_multipart
from urlparse import parse_qs, parse_qsl

__version__ = '2.6'
__all__ = ['MiniFieldStorage', 'FieldStorage', 'parse', 'parse_qs', 'parse_qsl', 'parse_multipart', 'parse_header', 'escape']


def escape(s, quote=None):
    """With &amp;, &lt; and &gt;; with &quot; too if quote is true."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;') if quote else s
