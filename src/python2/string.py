"""Groups of characters, functions for strings from before they had methods, templates, and formatting in steps."""

import re as _re

_library = __import__('@string')

# ---------------------------------------------------------------- groups of characters

ascii_lowercase, ascii_uppercase = _library.ascii_lowercase, _library.ascii_uppercase
lowercase, uppercase = ascii_lowercase, ascii_uppercase
letters = ascii_letters = lowercase + uppercase
digits, hexdigits, octdigits = _library.digits, _library.hexdigits, _library.octdigits
punctuation, printable = _library.punctuation, _library.printable
whitespace = ''.join(sorted(_library.whitespace))

# ---------------------------------------------------------------- functions

_idmap, _idmapL = ''.join(map(chr, range(256))), None

for _number in 'atof', 'atoi', 'atol', 'index':
    globals()[_number + '_error'] = ValueError
_float, _int, _long = float, int, long


def _of_method(name, has_more):
    """The function that calls the method of this name, with no more arguments or any."""
    def call(s, *args):
        return getattr(s, name)(*args)

    def call_alone(s):
        return getattr(s, name)()

    function = call if has_more else call_alone
    function.__name__ = name
    return function


for _names, _has_more in ('capitalize lower swapcase upper', False), ('center count find index ljust rfind rindex rjust', True):
    for _name in _names.split():
        globals()[_name] = _of_method(_name, _has_more)


def _stripper(name):
    def strip(s, chars=None):
        return getattr(s, name)(chars)

    strip.__name__ = name
    return strip


strip, lstrip, rstrip = map(_stripper, ('strip', 'lstrip', 'rstrip'))


def join(words, sep=' '):
    """The texts with a separator between them."""
    return sep.join(words)


def split(s, sep=None, maxsplit=-1):
    """The parts between separators, or between whitespace."""
    return s.split(sep, maxsplit)


def rsplit(s, sep=None, maxsplit=-1):
    """The same, with the separators counted from the right."""
    return s.rsplit(sep, maxsplit)


splitfields, joinfields = split, join


def replace(s, old, new, maxreplace=-1):
    """The text with new in place of old, at most maxreplace times."""
    return s.replace(old, new, maxreplace)


def expandtabs(s, tabsize=8):
    """The text with spaces in place of tabs."""
    return s.expandtabs(tabsize)


def capwords(s, sep=None):
    """Each word capitalized, with one separator between them."""
    return (' ' if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


def zfill(x, width):
    """A number, or its text, with zeros before it."""
    text = x if isinstance(x, basestring) else repr(x)
    return text.zfill(width)


def translate(s, table, deletions=''):
    """The text with its characters looked up in a table of 256, and without those to delete."""
    if table is None or deletions:
        return s.translate(table, deletions)
    # A unicode text needs a table that is unicode too.
    return s.translate(s[:0] + table)


def maketrans(fromstr, tostr):
    """A table for translate, in which each character of fromstr becomes the one of tostr."""
    fromstr, tostr = str(fromstr), str(tostr)
    if len(fromstr) != len(tostr):
        raise ValueError('maketrans arguments must have same length')
    becomes = dict(zip(fromstr, tostr))
    return ''.join([becomes.get(char, char) for char in _idmap])


def atof(s):
    """The float that a text says."""
    return _float(s)


def _integer(name, kind):
    def read(s, base=10):
        """The integer that a text says."""
        return kind(s, base)

    read.__name__ = name
    return read


atoi, atol = _integer('atoi', _int), _integer('atol', _long)

# ---------------------------------------------------------------- templates

# The delimiter, and behind it: itself, a name, a name in braces, or nothing that has a meaning.
_PATTERN = '%(delim)s(?:(?P<escaped>%(delim)s)|(?P<named>%(id)s)|{(?P<braced>%(id)s)}|(?P<invalid>))'


class _TemplateMetaclass(type):
    """Compiles the pattern of each class of templates."""

    def __init__(cls, name, bases, dct):
        type.__init__(cls, name, bases, dct)
        own = dct.get('pattern', _PATTERN % {'delim': _re.escape(cls.delimiter), 'id': cls.idpattern})
        cls.pattern = _re.compile(own, _re.VERBOSE | _re.IGNORECASE)


class _multimap:
    """Two mappings as one; the second is for what the first does not have."""

    def __init__(self, primary, secondary):
        self._primary, self._secondary = primary, secondary

    def __getitem__(self, key):
        return self._primary[key] if key in self._primary else self._secondary[key]


def _checked(name, what, args):
    """The self of a call that may have any names, and what else it got."""
    if not args:
        raise TypeError("descriptor '%s' of '%s' object needs an argument" % (name, what))
    return args[0], args[1:]


class Template:
    """A text in which $name and ${name} stand for values."""

    __metaclass__ = _TemplateMetaclass
    delimiter, idpattern = '$', '[_a-z][_a-z0-9]*'

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        before = self.template[:match.start('invalid')]
        # The delimiter is the last character before.
        lines = before.splitlines(True) or ['']
        column = len(before) - sum(map(len, lines[:-1]))
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (len(lines), column if before else 1))

    def _filled(self, args, named, is_safe):
        """The text with values from the mapping in args and those given by name."""
        if args[1:]:
            raise TypeError('Too many positional arguments')
        values = _multimap(named, args[0]) if args and named else args[0] if args else named

        def value_of(match):
            found = match.groupdict()
            name = found.get('named') or found.get('braced')
            if name is None and found.get('escaped') is not None:
                return self.delimiter
            if name is None and found.get('invalid') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            if name is None:
                return match.group() if is_safe else self._invalid(match)
            try:
                value = values[name]
            except LookupError:
                if not is_safe:
                    raise
                return match.group()
            return '%s' % (value,)

        return self.pattern.sub(value_of, self.template)

    def substitute(*args, **kws):
        """The text with values in place of names; raises KeyError for a name without one."""
        self, rest = _checked('substitute', 'Template', args)
        return self._filled(rest, kws, False)

    def safe_substitute(*args, **kws):
        """The same, where names without a value stay."""
        self, rest = _checked('safe_substitute', 'Template', args)
        return self._filled(rest, kws, True)


# ---------------------------------------------------------------- formatting

_steps = vars(_library.Formatter)


class Formatter(object):
    """What str.format does, in steps that a subclass can replace."""

    check_unused_args, format_field, parse, get_field, vformat = [
        _steps[_name] for _name in ('check_unused_args', 'format_field', 'parse', 'get_field', 'vformat')]

    def format(*args, **kwargs):
        """Fills in a text: format(format_string, ...)."""
        self, rest = _checked('format', 'Formatter', args)
        if not rest and 'format_string' not in kwargs:
            raise TypeError("format() missing 1 required positional argument: 'format_string'")
        text = rest[0] if rest else kwargs.pop('format_string')
        return self.vformat(text, rest[1:], kwargs)

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, *counter):
        # The library's caller wants a pair, in which the second is its counter of fields without a name.
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        pieces = []
        for literal, name, spec, conversion in self.parse(format_string):
            pieces += [literal] if literal else []
            if name is not None:
                value, first = self.get_field(name, args, kwargs)
                used_args.add(first)
                spec, _ = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1)
                pieces.append(self.format_field(self.convert_field(value, conversion), spec))
        return ''.join(pieces), counter

    def get_value(self, key, args, kwargs):
        """The argument of this number or name."""
        return (args if isinstance(key, (int, long)) else kwargs)[key]

    def convert_field(self, value, conversion):
        """The value as the letter behind ! says."""
        try:
            return {None: lambda same: same, 's': str, 'r': repr}[conversion](value)
        except LookupError:
            raise ValueError('Unknown conversion specifier %s' % conversion)


del _has_more, _integer, _name, _names, _number, _of_method, _steps, _stripper
