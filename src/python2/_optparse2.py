"""What `optparse` of Python 2 takes and says otherwise: missing arguments, encoded help."""

import sys as _sys


def ngettext(singular, plural, n):
    """One missing argument has no number."""
    return '%(option)s option requires an argument' if n == 1 else plural


def _get_encoding(self, file):
    return getattr(file, 'encoding', None) or _sys.getdefaultencoding()


def print_help(self, file=None):
    """Prints the help in the encoding of the file."""
    file = _sys.stdout if file is None else file
    file.write(self.format_help().encode(self._get_encoding(file), 'replace'))


def adapt(module):
    parser = module.OptionParser
    parser._get_encoding, parser.print_help = _get_encoding, print_help
    parse = module._builtin_cvt['long'][0]
    module._builtin_cvt['long'] = (lambda value: long(parse(value)), 'long integer')
