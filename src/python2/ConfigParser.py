"""Settings in files of sections, with names and values."""

import re as _re
from collections import OrderedDict as _default_dict

__all__ = ('ConfigParser DEFAULTSECT DuplicateSectionError InterpolationDepthError InterpolationError '
           'InterpolationSyntaxError MAX_INTERPOLATION_DEPTH MissingSectionHeaderError NoOptionError NoSectionError '
           'ParsingError RawConfigParser SafeConfigParser').split()

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10

# Under this name a section has its own name among its options.
_OWN_NAME = '__name__'

# ---------------------------------------------------------------- errors


class Error(Exception):
    """What this module raises: `message` is its text."""

    def __init__(self, msg=''):
        Exception.__init__(self, msg)
        self._text = msg

    def _tell(self):
        return self._text

    def _retell(self, text):
        self._text = text

    message = property(_tell, _retell)
    __str__ = __repr__ = _tell

    def _keep(self, **facts):
        """Makes attributes of what the error is about."""
        self.__dict__.update(facts)


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        Error.__init__(self, 'No section: %r' % (section,))
        self._keep(section=section)
        self.args = section,


class DuplicateSectionError(Error):
    """There is a section of this name already."""

    def __init__(self, section):
        Error.__init__(self, 'Section %r already exists' % section)
        self._keep(section=section)
        self.args = section,


class NoOptionError(Error):
    """There is no such option in the section."""

    def __init__(self, option, section):
        Error.__init__(self, 'No option %r in section: %r' % (option, section))
        self._keep(option=option, section=section)
        self.args = option, section


class InterpolationError(Error):
    """A value names another one in a way that does not work."""

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self._keep(option=option, section=section)
        self.args = option, section, msg


def _report(title, section, option, **more):
    """The text of an error about an option's value."""
    lines = [('section', '[%s]' % section), ('option ', option)]
    lines += [(name.ljust(7), more[name]) for name in ('key', 'rawval') if name in more]
    return title + ':\n' + ''.join(['\t%s: %s\n' % line for line in lines])


class InterpolationMissingOptionError(InterpolationError):
    """It names one that is not there."""

    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section, _report('Bad value substitution', section, option, key=reference, rawval=rawval))
        self._keep(reference=reference)
        self.args = option, section, rawval, reference


class InterpolationSyntaxError(InterpolationError):
    """It has a % that begins nothing known."""


class InterpolationDepthError(InterpolationError):
    """It names one that names one, and so on without an end."""

    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section, _report('Value interpolation too deeply recursive', section, option, rawval=rawval))
        self.args = option, section, rawval


class ParsingError(Error):
    """Lines that say nothing: `errors` has their numbers and texts."""

    def __init__(self, filename):
        Error.__init__(self, 'File contains parsing errors: %s' % filename)
        self._keep(filename=filename, errors=[])
        self.args = filename,

    def append(self, lineno, line):
        """Adds a line."""
        self.errors += [(lineno, line)]
        self.message = '%s\n\t[line %2d]: %s' % (self.message, lineno, line)


class MissingSectionHeaderError(ParsingError):
    """A line before the first section."""

    def __init__(self, filename, lineno, line):
        place = filename, lineno, line
        Error.__init__(self, 'File contains no section headers.\nfile: %s, line: %d\n%r' % place)
        self._keep(filename=filename, lineno=lineno, line=line)
        self.args = place


# ---------------------------------------------------------------- files


class _Reader:
    """Reads the lines of one file into a parser."""

    def __init__(self, parser, filename):
        self.parser, self.filename = parser, filename
        # The section that is read, and the name of the option that the next line may continue.
        self.section = self.option = self.error = None

    def read(self, lines):
        """Reads all lines; raises what was wrong with some of them at the end."""
        for number, line in enumerate(lines):
            if not self._is_comment(line) and not self._continues(line) and not self._begins_section(line):
                self._begins_option(number + 1, line)
        if self.error is not None:
            raise self.error

    def _is_comment(self, line):
        words = line.split(None, 1)
        return not words or line[0] in ';#' or (line[0] in 'rR' and words[0].lower() == 'rem')

    def _continues(self, line):
        if self.section is None or not self.option or not line[0].isspace():
            return False
        self.section[self.option].append(line.strip())
        return True

    def _begins_section(self, line):
        header = self.parser.SECTCRE.match(line)
        if header is not None:
            self.section, self.option = self.parser._section_of_file(header.group('header')), None
        return header is not None

    def _begins_option(self, number, line):
        if self.section is None:
            raise MissingSectionHeaderError(self.filename, number, line)
        match = self.parser._optcre.match(line)
        if match is None:
            self.error = self.error or ParsingError(self.filename)
            self.error.append(number, repr(line))
            return
        name, sign, text = [match.group(part) for part in ('option', 'vi', 'value')]
        self.option = self.parser.optionxform(name.rstrip())
        self.section[self.option] = None if text is None else [self._value(sign, text)]

    @staticmethod
    def _value(sign, text):
        """What a line says, without a comment behind it."""
        comment = text.find(';') if sign in ('=', ':') else -1
        if comment >= 0 and text[comment - 1].isspace():
            text = text[:comment]
        text = text.strip()
        return '' if text == '""' else text


class RawConfigParser:
    """Sections with their options as they are written."""

    SECTCRE = _re.compile(r'\[(?P<header>[^]]+)\]')
    _NAME, _VALUE = r'(?P<option>[^:=\s][^:=]*)\s*', r'(?P<vi>[:=])\s*(?P<value>.*)'
    OPTCRE = _re.compile(_NAME + _VALUE + '$')
    OPTCRE_NV = _re.compile(_NAME + '(?:' + _VALUE + ')?$')
    _boolean_states = dict.fromkeys(('1', 'yes', 'true', 'on'), True)
    _boolean_states.update(dict.fromkeys(('0', 'no', 'false', 'off'), False))

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False):
        self._dict, self._optcre = dict_type, (self.OPTCRE_NV if allow_no_value else self.OPTCRE)
        self._sections, self._defaults = dict_type(), self._named(defaults)

    def _named(self, options):
        """Options under the names that they are looked up by."""
        found = self._dict()
        for name, value in (options or {}).items():
            found[self.optionxform(name)] = value
        return found

    def optionxform(self, optionstr):
        """The name by which an option is looked up; a subclass may have another rule."""
        return optionstr.lower()

    # Sections.

    def defaults(self):
        """The options of the section DEFAULT, which all sections have."""
        return self._defaults

    def sections(self):
        """The names of the other sections."""
        return self._sections.keys()

    def has_section(self, section):
        """Whether there is such a section; DEFAULT does not count."""
        return section in self._sections

    def add_section(self, section):
        """Makes an empty one; raises DuplicateSectionError or ValueError if that cannot be."""
        if section.lower() == DEFAULTSECT.lower():
            raise ValueError('Invalid section name: %s' % section)
        if self.has_section(section):
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()

    def remove_section(self, section):
        """Whether there was one to remove."""
        nothing = object()
        return self._sections.pop(section, nothing) is not nothing

    def _section_of_file(self, name):
        """The options of a section that begins in a file."""
        if name == DEFAULTSECT and name not in self._sections:
            return self._defaults
        if name not in self._sections:
            self._sections[name] = self._dict()
            self._sections[name][_OWN_NAME] = name
        return self._sections[name]

    def _own(self, section, may_be_empty=False):
        """The options that a section has itself."""
        if section in self._sections:
            return self._sections[section]
        if section == DEFAULTSECT or may_be_empty and not section:
            return self._defaults
        raise NoSectionError(section)

    def _with_defaults(self, section, *more):
        """A copy of the options that a section has, those of DEFAULT first."""
        found = self._defaults.copy()
        for options in (self._own(section),) + more:
            found.update(options)
        return found

    # Options.

    def options(self, section):
        """The names of those that a section has."""
        if not self.has_section(section):
            raise NoSectionError(section)
        found = self._sections[section].copy()
        found.update(self._defaults)
        return [name for name in found.keys() if name != _OWN_NAME]

    def items(self, section):
        """The names and values."""
        return [pair for pair in self._with_defaults(section).items() if pair[0] != _OWN_NAME]

    def get(self, section, option):
        """A value as it is written."""
        name = self.optionxform(option)
        for options in self._own(section), self._defaults:
            if name in options:
                return options[name]
        raise NoOptionError(option, section)

    def _get(self, section, conv, option):
        return conv(self.get(section, option))

    def getint(self, section, option):
        """A value as an integer."""
        return self._get(section, int, option)

    def getfloat(self, section, option):
        """A value as a float."""
        return self._get(section, float, option)

    def getboolean(self, section, option):
        """A value as a truth value: 1, yes, true, on and their opposites, in any case."""
        text = self.get(section, option)
        try:
            return self._boolean_states[text.lower()]
        except KeyError:
            raise ValueError('Not a boolean: %s' % text)

    def has_option(self, section, option):
        """Whether a section has it, itself or from DEFAULT."""
        try:
            own = self._own(section, True)
        except NoSectionError:
            return False
        name = self.optionxform(option)
        return name in own or name in self._defaults

    def set(self, section, option, value=None):
        """Gives an option a value."""
        self._own(section, True)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        """Whether there was one to remove."""
        own, name = self._own(section, True), self.optionxform(option)
        is_there = name in own
        if is_there:
            del own[name]
        return is_there

    # Files.

    def read(self, filenames):
        """Reads those of the files that can be opened; gives their names."""
        done = []
        for name in [filenames] if isinstance(filenames, basestring) else filenames:
            try:
                lines = open(name)
            except IOError:
                continue
            with lines:
                self._read(lines, name)
            done.append(name)
        return done

    def readfp(self, fp, filename=None):
        """Reads an open file, whose name is only for messages."""
        self._read(fp, getattr(fp, 'name', '<???>') if filename is None else filename)

    def _read(self, fp, fpname):
        _Reader(self, fpname).read(iter(fp.readline, ''))
        for options in self._sections.values() + [self._defaults]:
            for name, value in options.items():
                if isinstance(value, list):
                    options[name] = '\n'.join(value)

    def write(self, fp):
        """Writes all of it as read() reads it."""
        sections = self._sections.items()
        if self._defaults:
            sections.insert(0, (DEFAULTSECT, self._defaults))
        for section, options in sections:
            lines = ['[%s]' % section]
            for name, value in options.items():
                # Only where names may be without a value are they written so.
                is_bare = value is None and options is not self._defaults and self._optcre != self.OPTCRE
                if name != _OWN_NAME:
                    lines.append(name if is_bare else '%s = %s' % (name, str(value).replace('\n', '\n\t')))
            fp.write('\n'.join(lines + ['', '']))


# ---------------------------------------------------------------- interpolation


class ConfigParser(RawConfigParser):
    """Values may name others, as %(name)s."""

    _reference = _re.compile(r'%\(([^)]*)\)s|.')

    def get(self, section, option, raw=False, vars=None):
        """A value; raw as it is written, otherwise with those that it names put in."""
        name = self.optionxform(option)
        known = self._with_defaults(section, self._named(vars))
        if name not in known:
            raise NoOptionError(name, section)
        value = known[name]
        return value if value is None or raw else self._interpolate(section, name, value, known)

    def items(self, section, raw=False, vars=None):
        """The names and values, as get() gives them."""
        known = self._with_defaults(section, self._named(vars))
        return [(name, value if raw else self._interpolate(section, name, value, known))
                for name, value in known.items() if name != _OWN_NAME]

    def _interpolate(self, section, option, rawval, vars):
        value, left = rawval, MAX_INTERPOLATION_DEPTH
        while value and '%(' in value:
            if left == 0:
                raise InterpolationDepthError(option, section, rawval)
            left -= 1
            template = self._reference.sub(self._renamed, value)
            try:
                value = template % vars
            except KeyError, missing:
                raise InterpolationMissingOptionError(option, section, rawval, missing.args[0])
        return value

    def _renamed(self, match):
        """A reference with the name by which the option is looked up."""
        name = match.group(1)
        return match.group() if name is None else '%(' + self.optionxform(name) + ')s'


class SafeConfigParser(ConfigParser):
    """The same, where a % that begins no reference is an error, and %% stands for one."""

    _pieces = _re.compile(r'[^%]+|%%|%\((?P<name>[^)]+)\)s')

    def _interpolate(self, section, option, rawval, vars):
        return ''.join(self._filled(section, option, rawval, vars, 1))

    def _filled(self, section, option, text, vars, depth):
        """The pieces of a value, with those of the values that it names in their places."""
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, text)
        at = 0
        while at < len(text):
            piece = self._pieces.match(text, at)
            if piece is None:
                self._refuse(section, option, text[at:])
            at = piece.end()
            if piece.group('name') is None:
                yield piece.group().replace('%%', '%')
                continue
            name = self.optionxform(piece.group('name'))
            if name not in vars:
                raise InterpolationMissingOptionError(option, section, text[at:], name)
            value = vars[name]
            for part in self._filled(section, option, value, vars, depth + 1) if '%' in value else [value]:
                yield part

    @staticmethod
    def _refuse(section, option, rest):
        if rest[1:2] == '(':
            raise InterpolationSyntaxError(option, section, 'bad interpolation variable reference %r' % rest)
        raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % (rest,))

    def set(self, section, option, value=None):
        """Gives an option a value, which must be a text without a % that is an error."""
        must_be_text = value is not None if self._optcre is self.OPTCRE_NV and not value else True
        if must_be_text and not isinstance(value, basestring):
            raise TypeError('option values must be strings')
        text = value or ''
        rest = _re.sub(r'%\([^)]+\)s', '', text.replace('%%', ''))
        if '%' in rest:
            raise ValueError('invalid interpolation syntax in %r at position %d' % (value, rest.find('%')))
        ConfigParser.set(self, section, option, value)
