"""Python 2's locale: the library's, and `format`."""

import re as _re

_library = __import__('@locale')
globals().update((_name, _value) for _name, _value in vars(_library).items()
                 if _name[:2] != '__' or _name == '__all__')

_DIRECTIVE = _re.compile(r'%(?:\([^)]*\))?[-+# 0-9.*hlL]*[eEfFgGdiouxXcrs%]')


def format(percent, value, grouping=False, monetary=False, *additional):
    """A value by one directive of `%`, with the signs of the locale."""
    found = _DIRECTIVE.match(percent)
    if found is None or found.end() != len(percent):
        raise ValueError('format() must be given exactly one %%char format specifier, %s not valid' % repr(percent))
    return _library._format(percent, value, grouping, monetary, *additional)
