"""What parsers of markup share: positions, and the declarations between `<!` and `>`."""

from _library3 import classic as _classic, library as _library


def _reporting(name):
    """The library's method, which asserts where Python 2 tells the parser's `error`."""
    parse = vars(_library('_markupbase').ParserBase)[name]

    def method(self, *args):
        try:
            return parse(self, *args)
        except AssertionError as e:
            self.error(str(e))
    method.__name__ = name
    return method


class ParserBase:
    """Reads declarations; `error` is for subclasses to define."""

    __metaclass__ = _classic(_library('_markupbase').ParserBase)

    def error(self, message):
        raise NotImplementedError('subclasses of ParserBase must override error()')

    for _name in 'parse_declaration', 'parse_marked_section', 'parse_comment', '_scan_name', '_parse_doctype_subset':
        locals()[_name] = _reporting(_name)
    del _name
