"""What modules of the library, which are Python 3's, take for `str` where a program may also give unicode."""


class _TextType(type):
    def __instancecheck__(cls, value):
        return isinstance(value, basestring)

    def __call__(cls, *args):
        return str(*args)


class text(str):
    """Every text is an instance; a call makes a str."""
    __metaclass__ = _TextType


def open_lines(path, encoding=None):
    """For modules that read tables of texts, which are bytes here."""
    return open(path)


def guess_type_of(library):
    """`MimeTypes.guess_type` made of the library's: addresses may be unicode."""
    def guess_type(self, url, strict=True):
        return library(self, url.encode('utf-8') if isinstance(url, unicode) else url, strict)
    return guess_type
