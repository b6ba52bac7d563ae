"""What `json` does in Python 2: texts of two kinds, an encoding for those of bytes, and plain ValueErrors."""

import json
import re
from _json import make_scanner
from json import encoder as _encoder

_SPACE = re.compile(r'[ \t\n\r]*').match
_UTF8 = (None, 'utf-8', 'utf8', 'UTF-8')
_CONSTANTS = {'-Infinity': float('-inf'), 'Infinity': float('inf'), 'NaN': float('nan')}
_iterencode = _encoder.JSONEncoder.iterencode


def _place(text, position):
    line = text.count('\n', 0, position) + 1
    return line, position + 1 if line == 1 else position - text.rindex('\n', 0, position)


def _extra_data(text, start, end):
    """The error for what comes after the value."""
    places = _place(text, start) + _place(text, end) + (start, end)
    return ValueError('Extra data: line %d column %d - line %d column %d (char %d - %d)' % places)


class JSONDecoder(object):
    """The value of a JSON text."""

    def __init__(self, encoding=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.strict, self.encoding = strict, encoding
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_int, self.parse_float = parse_int or int, parse_float or float
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.scan_once = make_scanner(self)

    def decode(self, s):
        value, end = self.raw_decode(s, idx=_SPACE(s, 0).end())
        end = _SPACE(s, end).end()
        if end != len(s):
            raise _extra_data(s, end, len(s))
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins there, and where it ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration:
            raise ValueError('No JSON object could be decoded')


_decoder = JSONDecoder()


def loads(s, encoding=None, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    given = {'object_hook': object_hook, 'object_pairs_hook': object_pairs_hook, 'parse_float': parse_float,
             'parse_int': parse_int, 'parse_constant': parse_constant}
    for name in given:
        if given[name] is not None:
            kw[name] = given[name]
    if cls is None and encoding is None and not kw:
        return _decoder.decode(s)
    return (cls or JSONDecoder)(encoding=encoding, **kw).decode(s)


def load(fp, encoding=None, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    hooks = dict(object_hook=object_hook, object_pairs_hook=object_pairs_hook)
    kw.update(hooks, parse_constant=parse_constant, parse_int=parse_int, parse_float=parse_float)
    return loads(fp.read(), cls=cls, encoding=encoding, **kw)


def _options(skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
             separators=None, encoding='utf-8', default=None, sort_keys=False, **kw):
    layout = dict(indent=indent, separators=separators, sort_keys=sort_keys)
    checks = dict(skipkeys=skipkeys, check_circular=check_circular, allow_nan=allow_nan)
    kw.update(layout, ensure_ascii=ensure_ascii, encoding=encoding, default=default, **checks)
    return cls or json.JSONEncoder, kw


def dumps(obj, *args, **kw):
    if not args and not kw:
        return json._default_encoder.encode(obj)
    cls, options = _options(*args, **kw)
    return cls(**options).encode(obj)


def dump(obj, fp, *args, **kw):
    cls, options = _options(*args, **kw)
    for chunk in cls(**options).iterencode(obj):
        fp.write(chunk)


def default(self, o):
    raise TypeError(repr(o) + ' is not JSON serializable')


def iterencode(self, o, _one_shot=False):
    """Texts of bytes stay what they are, unless they are to be ASCII or are in another encoding."""
    if self.encoding not in _UTF8:
        o = _decoded(o, self.encoding)
    return _iterencode(self, o, _one_shot and self.ensure_ascii)


def encode(self, o):
    if isinstance(o, str) and self.encoding not in _UTF8:
        o = o.decode(self.encoding)
    if isinstance(o, basestring):
        return (_encoder.encode_basestring_ascii if self.ensure_ascii else _encoder.encode_basestring)(o)
    return ''.join(list(self.iterencode(o, _one_shot=True)))


def _decoded(o, encoding):
    """The same with unicode for each str."""
    if isinstance(o, str):
        return o.decode(encoding)
    if isinstance(o, dict):
        return type(o)((_decoded(key, encoding), _decoded(o[key], encoding)) for key in o)
    if isinstance(o, (list, tuple)):
        return [_decoded(item, encoding) for item in o]
    return o
