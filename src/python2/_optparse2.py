"""What `optparse` of Python 2 takes and says otherwise: unicode option names, missing arguments, encoded help."""

import sys as _sys


def ngettext(singular, plural, n):
    """One missing argument has no number."""
    return '%(option)s option requires an argument' if n == 1 else plural


def _taking_unicode(add):
    """add_option, which makes an option of its arguments if the first is a text."""
    def add_option(self, *args, **kwargs):
        if isinstance(args[0], unicode):
            args, kwargs = (self.option_class(*args, **kwargs),), {}
        return add(self, *args, **kwargs)
    return add_option


def _get_encoding(self, file):
    return getattr(file, 'encoding', None) or _sys.getdefaultencoding()


def print_help(self, file=None):
    """Prints the help in the encoding of the file."""
    file = _sys.stdout if file is None else file
    file.write(self.format_help().encode(self._get_encoding(file), 'replace'))


def adapt(module):
    container, parser = module.OptionContainer, module.OptionParser
    container.add_option = _taking_unicode(vars(container)['add_option'])
    parser._get_encoding, parser.print_help = _get_encoding, print_help
    module._builtin_cvt['long'] = (module._builtin_cvt['long'][0], 'long integer')
