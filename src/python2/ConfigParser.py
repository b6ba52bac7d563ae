"""Settings in files of sections, with names and values."""

import re
from collections import OrderedDict as _default_dict

__all__ = ['NoSectionError', 'DuplicateSectionError', 'NoOptionError', 'InterpolationError',
           'InterpolationDepthError', 'InterpolationSyntaxError', 'ParsingError', 'MissingSectionHeaderError',
           'ConfigParser', 'SafeConfigParser', 'RawConfigParser', 'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH']

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10


class Error(Exception):
    """What this module raises."""

    def _get_message(self):
        return self.__message

    def _set_message(self, value):
        self.__message = value

    message = property(_get_message, _set_message)

    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, 'No section: %r' % (section,))
        self.section = section
        self.args = (section,)


class DuplicateSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, 'Section %r already exists' % section)
        self.section = section
        self.args = (section,)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, 'No option %r in section: %r' % (option, section))
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(self, option, section, (
            'Bad value substitution:\n\tsection: [%s]\n\toption : %s\n\tkey    : %s\n\trawval : %s\n'
            % (section, option, reference, rawval)))
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """A % that begins nothing known."""


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(self, option, section, (
            'Value interpolation too deeply recursive:\n\tsection: [%s]\n\toption : %s\n\trawval : %s\n'
            % (section, option, rawval)))
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, filename):
        Error.__init__(self, 'File contains parsing errors: %s' % filename)
        self.filename = filename
        self.errors = []
        self.args = (filename,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += '\n\t[line %2d]: %s' % (lineno, line)


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'File contains no section headers.\nfile: %s, line: %d\n%r' % (filename, lineno, line))
        self.filename = filename
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


class RawConfigParser:
    """Sections as they are written, without interpolation."""

    SECTCRE = re.compile(r'\[(?P<header>[^]]+)\]')
    OPTCRE = re.compile(r'(?P<option>[^:=\s][^:=]*)\s*(?P<vi>[:=])\s*(?P<value>.*)$')
    OPTCRE_NV = re.compile(r'(?P<option>[^:=\s][^:=]*)\s*(?:(?P<vi>[:=])\s*(?P<value>.*))?$')

    _boolean_states = {'1': True, 'yes': True, 'true': True, 'on': True,
                       '0': False, 'no': False, 'false': False, 'off': False}

    def __init__(self, defaults=None, dict_type=_default_dict, allow_no_value=False):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._optcre = self.OPTCRE_NV if allow_no_value else self.OPTCRE
        if defaults:
            for key, value in defaults.items():
                self._defaults[self.optionxform(key)] = value

    def defaults(self):
        return self._defaults

    def sections(self):
        return self._sections.keys()

    def add_section(self, section):
        if section.lower() == 'default':
            raise ValueError('Invalid section name: %s' % section)
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        found = self._sections[section].copy()
        found.update(self._defaults)
        found.pop('__name__', None)
        return found.keys()

    def read(self, filenames):
        """Reads the files that there are; their names."""
        if isinstance(filenames, basestring):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                fp = open(name)
            except IOError:
                continue
            self._read(fp, name)
            fp.close()
            done.append(name)
        return done

    def readfp(self, fp, filename=None):
        if filename is None:
            filename = getattr(fp, 'name', '<???>')
        self._read(fp, filename)

    def get(self, section, option):
        option = self.optionxform(option)
        if section in self._sections:
            if option in self._sections[section]:
                return self._sections[section][option]
        elif section != DEFAULTSECT:
            raise NoSectionError(section)
        if option in self._defaults:
            return self._defaults[option]
        raise NoOptionError(option, section)

    def items(self, section):
        found = self._defaults.copy()
        if section in self._sections:
            found.update(self._sections[section])
        elif section != DEFAULTSECT:
            raise NoSectionError(section)
        found.pop('__name__', None)
        return found.items()

    def _get(self, section, conv, option):
        return conv(self.get(section, option))

    def getint(self, section, option):
        return self._get(section, int, option)

    def getfloat(self, section, option):
        return self._get(section, float, option)

    def getboolean(self, section, option):
        text = self.get(section, option)
        if text.lower() not in self._boolean_states:
            raise ValueError('Not a boolean: %s' % text)
        return self._boolean_states[text.lower()]

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        if not section or section == DEFAULTSECT:
            return self.optionxform(option) in self._defaults
        if section not in self._sections:
            return False
        option = self.optionxform(option)
        return option in self._sections[section] or option in self._defaults

    def _own(self, section):
        """The options that a section has itself."""
        if not section or section == DEFAULTSECT:
            return self._defaults
        if section not in self._sections:
            raise NoSectionError(section)
        return self._sections[section]

    def set(self, section, option, value=None):
        self._own(section)[self.optionxform(option)] = value

    def write(self, fp):
        if self._defaults:
            fp.write('[%s]\n' % DEFAULTSECT)
            for key, value in self._defaults.items():
                fp.write('%s = %s\n' % (key, str(value).replace('\n', '\n\t')))
            fp.write('\n')
        for section in self._sections:
            fp.write('[%s]\n' % section)
            for key, value in self._sections[section].items():
                if key == '__name__':
                    continue
                if value is not None or self._optcre == self.OPTCRE:
                    key = ' = '.join((key, str(value).replace('\n', '\n\t')))
                fp.write('%s\n' % key)
            fp.write('\n')

    def remove_option(self, section, option):
        options = self._own(section)
        option = self.optionxform(option)
        if option not in options:
            return False
        del options[option]
        return True

    def remove_section(self, section):
        if section not in self._sections:
            return False
        del self._sections[section]
        return True

    def _read(self, fp, fpname):
        section = option = error = None
        number = 0
        while True:
            line = fp.readline()
            if not line:
                break
            number += 1
            if line.strip() == '' or line[0] in '#;':
                continue
            if line.split(None, 1)[0].lower() == 'rem' and line[0] in 'rR':
                continue
            if line[0].isspace() and section is not None and option:
                text = line.strip()
                if text:
                    section[option].append(text)
                continue
            header = self.SECTCRE.match(line)
            if header:
                section, option = self._open(header.group('header')), None
                continue
            if section is None:
                raise MissingSectionHeaderError(fpname, number, line)
            match = self._optcre.match(line)
            if not match:
                error = error or ParsingError(fpname)
                error.append(number, repr(line))
                continue
            option, sign, text = match.group('option', 'vi', 'value')
            option = self.optionxform(option.rstrip())
            section[option] = text if text is None else [self._plain(sign, text)]
        if error:
            raise error
        for options in [self._defaults] + self._sections.values():
            for name, value in options.items():
                if isinstance(value, list):
                    options[name] = '\n'.join(value)

    def _open(self, name):
        """The options of a section that begins here."""
        if name in self._sections:
            return self._sections[name]
        if name == DEFAULTSECT:
            return self._defaults
        made = self._sections[name] = self._dict()
        made['__name__'] = name
        return made

    def _plain(self, sign, text):
        """A value without a comment behind it."""
        if sign in ('=', ':') and ';' in text:
            at = text.find(';')
            if at != -1 and text[at - 1].isspace():
                text = text[:at]
        text = text.strip()
        return '' if text == '""' else text


class _Chainmap:
    """Several mappings as one, the first ones first."""

    def __init__(self, *maps):
        self._maps = maps

    def __getitem__(self, key):
        for mapping in self._maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def keys(self):
        found = []
        for mapping in self._maps:
            found.extend(key for key in mapping if key not in found)
        return found

    def __contains__(self, key):
        return any(key in mapping for mapping in self._maps)

    def __len__(self):
        return len(self.keys())

    def __iter__(self):
        return iter(self.keys())

    def get(self, key, default=None):
        return self[key] if key in self else default


class ConfigParser(RawConfigParser):
    """Values may name others, as %(name)s."""

    _KEYCRE = re.compile(r'%\(([^)]*)\)s|.')

    def _known(self, section, vars):
        own = {}
        if section in self._sections:
            own = self._sections[section]
        elif section != DEFAULTSECT:
            raise NoSectionError(section)
        given = {}
        if vars:
            for key, value in vars.items():
                given[self.optionxform(key)] = value
        return _Chainmap(given, own, self._defaults)

    def get(self, section, option, raw=False, vars=None):
        known = self._known(section, vars)
        option = self.optionxform(option)
        if option not in known:
            raise NoOptionError(option, section)
        value = known[option]
        return value if raw or value is None else self._interpolate(section, option, value, known)

    def items(self, section, raw=False, vars=None):
        found = self._defaults.copy()
        if section in self._sections:
            found.update(self._sections[section])
        elif section != DEFAULTSECT:
            raise NoSectionError(section)
        if vars:
            for key, value in vars.items():
                found[self.optionxform(key)] = value
        names = [name for name in found.keys() if name != '__name__']
        if raw:
            return [(name, found[name]) for name in names]
        return [(name, self._interpolate(section, name, found[name], found)) for name in names]

    def _interpolate(self, section, option, rawval, vars):
        value = rawval
        for _ in range(MAX_INTERPOLATION_DEPTH):
            if not value or '%(' not in value:
                break
            value = self._KEYCRE.sub(self._interpolation_replace, value)
            try:
                value = value % vars
            except KeyError, e:
                raise InterpolationMissingOptionError(option, section, rawval, e.args[0])
        if value and '%(' in value:
            raise InterpolationDepthError(option, section, rawval)
        return value

    def _interpolation_replace(self, match):
        name = match.group(1)
        return match.group() if name is None else '%%(%s)s' % self.optionxform(name)


class SafeConfigParser(ConfigParser):
    """Interpolation that refuses every other %."""

    _interpvar_re = re.compile(r'%\(([^)]+)\)s')

    def _interpolate(self, section, option, rawval, vars):
        parts = []
        self._interpolate_some(option, parts, rawval, section, vars, 1)
        return ''.join(parts)

    def _interpolate_some(self, option, accum, rest, section, map, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, rest)
        while rest:
            at = rest.find('%')
            if at < 0:
                accum.append(rest)
                return
            if at > 0:
                accum.append(rest[:at])
                rest = rest[at:]
            sign = rest[1:2]
            if sign == '%':
                accum.append('%')
                rest = rest[2:]
            elif sign == '(':
                match = self._interpvar_re.match(rest)
                if match is None:
                    raise InterpolationSyntaxError(option, section, 'bad interpolation variable reference %r' % rest)
                name = self.optionxform(match.group(1))
                rest = rest[match.end():]
                try:
                    value = map[name]
                except KeyError:
                    raise InterpolationMissingOptionError(option, section, rest, name)
                if '%' in value:
                    self._interpolate_some(option, accum, value, section, map, depth + 1)
                else:
                    accum.append(value)
            else:
                raise InterpolationSyntaxError(option, section, "'%%' must be followed by '%%' or '(', found: %r" % (rest,))

    def set(self, section, option, value=None):
        if self._optcre is self.OPTCRE or value:
            if not isinstance(value, basestring):
                raise TypeError('option values must be strings')
        if value is not None:
            plain = self._interpvar_re.sub('', value.replace('%%', ''))
            if '%' in plain:
                raise ValueError('invalid interpolation syntax in %r at position %d' % (value, plain.find('%')))
        ConfigParser.set(self, section, option, value)
