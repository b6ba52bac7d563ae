"""Groups of characters, functions for strings as they were before strings had methods, templates, formatters."""

import re as _re

lowercase = ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
uppercase = ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
letters = ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = """!"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"""
whitespace = '\t\n\x0b\x0c\r '
printable = digits + ascii_letters + punctuation + ' \t\n\r\v\f'

_idmap = ''.join(map(chr, xrange(256)))
index_error = atoi_error = atof_error = atol_error = ValueError
_float, _int, _long = float, int, long


def capwords(s, sep=None):
    """Each word capitalized, with one sep between them."""
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


def maketrans(fromstr, tostr):
    """A table for translate: each character of fromstr becomes the one of tostr."""
    if len(fromstr) != len(tostr):
        raise ValueError('maketrans arguments must have same length')
    table = map(chr, xrange(256))
    for old, new in zip(fromstr, tostr):
        table[ord(old)] = new
    return ''.join(table)


def lower(s):
    return s.lower()


def upper(s):
    return s.upper()


def swapcase(s):
    return s.swapcase()


def strip(s, chars=None):
    return s.strip(chars)


def lstrip(s, chars=None):
    return s.lstrip(chars)


def rstrip(s, chars=None):
    return s.rstrip(chars)


def split(s, sep=None, maxsplit=-1):
    return s.split(sep, maxsplit)


splitfields = split


def rsplit(s, sep=None, maxsplit=-1):
    return s.rsplit(sep, maxsplit)


def join(words, sep=' '):
    return sep.join(words)


joinfields = join


def index(s, *args):
    return s.index(*args)


def rindex(s, *args):
    return s.rindex(*args)


def count(s, *args):
    return s.count(*args)


def find(s, *args):
    return s.find(*args)


def rfind(s, *args):
    return s.rfind(*args)


def atof(s):
    return _float(s)


def atoi(s, base=10):
    return _int(s, base)


def atol(s, base=10):
    return _long(s, base)


def ljust(s, width, *args):
    return s.ljust(width, *args)


def rjust(s, width, *args):
    return s.rjust(width, *args)


def center(s, width, *args):
    return s.center(width, *args)


def zfill(x, width):
    return (x if isinstance(x, basestring) else repr(x)).zfill(width)


def expandtabs(s, tabsize=8):
    return s.expandtabs(tabsize)


def translate(s, table, deletions=''):
    if deletions or table is None:
        return s.translate(table, deletions)
    return s.translate(table + s[:0])


def capitalize(s):
    return s.capitalize()


def replace(s, old, new, maxreplace=-1):
    return s.replace(old, new, maxreplace)


class _multimap:
    """Two mappings, of which the first one counts."""

    def __init__(self, primary, secondary):
        self._primary = primary
        self._secondary = secondary

    def __getitem__(self, key):
        try:
            return self._primary[key]
        except KeyError:
            return self._secondary[key]


class _TemplateMetaclass(type):
    pattern = r"""
    %(delim)s(?:
      (?P<escaped>%(delim)s) |
      (?P<named>%(id)s)      |
      {(?P<braced>%(id)s)}   |
      (?P<invalid>)
    )
    """

    def __init__(cls, name, bases, dct):
        super(_TemplateMetaclass, cls).__init__(name, bases, dct)
        pattern = dct.get('pattern')
        if pattern is None:
            pattern = _TemplateMetaclass.pattern % {'delim': _re.escape(cls.delimiter), 'id': cls.idpattern}
        cls.pattern = _re.compile(pattern, _re.IGNORECASE | _re.VERBOSE)


class Template:
    """A text in which $name and ${name} stand for values."""

    __metaclass__ = _TemplateMetaclass
    delimiter = '$'
    idpattern = r'[_a-z][_a-z0-9]*'

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        start = match.start('invalid')
        lines = self.template[:start].splitlines(True)
        line, column = (len(lines), start - len(''.join(lines[:-1]))) if lines else (1, 1)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    @staticmethod
    def _mapping(args, kws):
        if len(args) > 1:
            raise TypeError('Too many positional arguments')
        if not args:
            return kws
        return _multimap(kws, args[0]) if kws else args[0]

    def substitute(*args, **kws):
        if not args:
            raise TypeError("descriptor 'substitute' of 'Template' object needs an argument")
        self = args[0]
        mapping = self._mapping(args[1:], kws)

        def convert(match):
            named = match.group('named') or match.group('braced')
            if named is not None:
                return '%s' % (mapping[named],)
            if match.group('escaped') is not None:
                return self.delimiter
            if match.group('invalid') is not None:
                self._invalid(match)
            raise ValueError('Unrecognized named group in pattern', self.pattern)

        return self.pattern.sub(convert, self.template)

    def safe_substitute(*args, **kws):
        if not args:
            raise TypeError("descriptor 'safe_substitute' of 'Template' object needs an argument")
        self = args[0]
        mapping = self._mapping(args[1:], kws)

        def convert(match):
            named = match.group('named') or match.group('braced')
            if named is not None:
                try:
                    return '%s' % (mapping[named],)
                except KeyError:
                    return match.group()
            if match.group('escaped') is not None:
                return self.delimiter
            if match.group('invalid') is not None:
                return match.group()
            raise ValueError('Unrecognized named group in pattern', self.pattern)

        return self.pattern.sub(convert, self.template)


class Formatter(object):
    """str.format in steps that a subclass can replace."""

    def format(*args, **kwargs):
        if not args:
            raise TypeError("descriptor 'format' of 'Formatter' object needs an argument")
        self = args[0]
        if len(args) < 2:
            if 'format_string' not in kwargs:
                raise TypeError("format() missing 1 required positional argument: 'format_string'")
            text, rest = kwargs.pop('format_string'), ()
        else:
            text, rest = args[1], args[2:]
        return self.vformat(text, rest, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if field is None:
                continue
            value, key = self.get_field(field, args, kwargs)
            used_args.add(key)
            value = self.convert_field(value, conversion)
            spec = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1)
            parts.append(self.format_field(value, spec))
        return ''.join(parts)

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, (int, long)) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first


_parse = __import__('_string').formatter_parser
_split = __import__('_string').formatter_field_name_split
