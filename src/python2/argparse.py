"""Command lines: Python 3's parser with the layout and the words of Python 2."""

import sys as _sys

from _library3 import library as _library

_modern = _library('argparse')

_SAME = ('Action ArgumentError ArgumentTypeError ONE_OR_MORE OPTIONAL PARSER REMAINDER SUPPRESS ZERO_OR_MORE').split()
_OWN = ('ArgumentParser FileType HelpFormatter ArgumentDefaultsHelpFormatter RawDescriptionHelpFormatter RawTextHelpFormatter '
        'Namespace').split()
__version__ = '1.1'
__all__ = sorted(_SAME[:3] + _OWN) + sorted(_SAME[3:])

globals().update((_name, getattr(_modern, _name)) for _name in _SAME)


class Namespace(_modern.Namespace):
    """Shows its attributes in order of their names."""

    def _get_kwargs(self):
        return sorted(vars(self).items())


class FileType(object):
    """Opens the file of an argument; `-` stands for a standard stream."""

    def __init__(self, mode='r', bufsize=-1):
        self._mode, self._bufsize = mode, bufsize

    def __call__(self, string):
        if string == '-':
            for letter, stream in ('r', _sys.stdin), ('w', _sys.stdout):
                if letter in self._mode:
                    return stream
            raise ValueError('argument "-" with mode %r' % self._mode)
        try:
            return open(string, self._mode, self._bufsize)
        except IOError as error:
            raise ArgumentTypeError("can't open '%s': %s" % (string, error))

    def __repr__(self):
        return 'FileType(%s)' % ', '.join(repr(arg) for arg in (self._mode, self._bufsize) if arg != -1)


def _fields(self):
    """What an action shows of itself."""
    names = 'option_strings dest nargs const default type choices help metavar'.split()
    return [(name, getattr(self, name)) for name in names]


Action._get_kwargs = _fields


class _SubParsersAction(_modern._SubParsersAction):
    """Keeps the commands in the order in which they were added."""

    def __init__(self, *args, **kwargs):
        from collections import OrderedDict
        _modern._SubParsersAction.__init__(self, *args, **kwargs)
        self.choices = self._name_parser_map = OrderedDict()


# ---------------------------------------------------------------- help


class HelpFormatter(_modern.HelpFormatter):
    """Repeats the argument after each of an option's names."""

    def _format_action_invocation(self, action):
        names = action.option_strings
        if not names:
            return ''.join(self._metavar_formatter(action, action.dest)(1))
        if action.nargs == 0:
            return ', '.join(names)
        argument = self._format_args(action, action.dest.upper())
        return ', '.join('%s %s' % (name, argument) for name in names)

    def _format_args(self, action, default_metavar):
        if action.nargs != ZERO_OR_MORE:
            return _modern.HelpFormatter._format_args(self, action, default_metavar)
        return '[%s [%s ...]]' % self._metavar_formatter(action, default_metavar)(2)


def _in_layout_of_2(name):
    return type(name, (HelpFormatter, getattr(_modern, name)), {'__module__': __name__})


RawDescriptionHelpFormatter = _in_layout_of_2('RawDescriptionHelpFormatter')
RawTextHelpFormatter = _in_layout_of_2('RawTextHelpFormatter')
ArgumentDefaultsHelpFormatter = _in_layout_of_2('ArgumentDefaultsHelpFormatter')


# ---------------------------------------------------------------- parser


class _VersionAction(_modern._VersionAction):
    """Says the version where errors go."""

    def __call__(self, parser, namespace, values, option_string=None):
        formatter = parser._get_formatter()
        formatter.add_text(parser.version if self.version is None else self.version)
        parser.exit(message=formatter.format_help())


class ArgumentParser(_modern.ArgumentParser):
    """With `version`, and what Python 2 says of arguments that are missing or wrong."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, version=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler='error', add_help=True):
        _modern.ArgumentParser.__init__(
            self, prog=prog, usage=usage, description=description, epilog=epilog, formatter_class=formatter_class,
            prefix_chars=prefix_chars, fromfile_prefix_chars=fromfile_prefix_chars,
            argument_default=argument_default, conflict_handler=conflict_handler, add_help=add_help)
        self._optionals.title = 'optional arguments'
        self.register('action', 'version', _VersionAction)
        self.register('action', 'parsers', _SubParsersAction)
        self.version = version
        if version:
            short = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(short + 'v', short * 2 + 'version', action='version', default=SUPPRESS,
                              version=version, help="show program's version number and exit")
        # Now that the groups have their names.
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults.update(getattr(parent, '_defaults', {}))

    def _get_kwargs(self):
        names = 'prog usage description version formatter_class conflict_handler add_help'.split()
        return [(name, getattr(self, name)) for name in names]

    def format_version(self):
        formatter = self._get_formatter()
        formatter.add_text(self.version)
        return formatter.format_help()

    def print_version(self, file=None):
        self._print_message(self.format_version(), file)

    def parse_known_args(self, args=None, namespace=None):
        return _modern.ArgumentParser.parse_known_args(self, args, Namespace() if namespace is None else namespace)

    def add_subparsers(self, **options):
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        options.setdefault('required', True)
        return _modern.ArgumentParser.add_subparsers(self, **options)

    def _check_value(self, action, value):
        choices = action.choices
        if choices is not None and value not in choices:
            raise ArgumentError(action, 'invalid choice: %r (choose from %s)' % (value, ', '.join(map(repr, choices))))

    def error(self, message):
        self.print_usage(_modern._sys.stderr)
        self.exit(2, '%s: error: %s\n' % (self.prog, self._in_words_of_2(message)))

    def _in_words_of_2(self, message):
        """One missing argument is named, if it has a name."""
        start, missing, names = message.partition('arguments are required: ')
        if not missing:
            return message
        options = [name for name in names.split(', ') if name[:1] in self.prefix_chars]
        if len(options) < len(names.split(', ')):
            return 'too few arguments'
        return 'argument %s is required' % options[0]
