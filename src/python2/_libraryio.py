"""Texts in memory as the library has them in a Python 2 program: they are str."""

import StringIO as _texts


class StringIO(_texts.StringIO, object):
    """`io.StringIO` for str; its lines end with a line feed."""

    def __init__(self, initial_value='', newline='\n'):
        _texts.StringIO.__init__(self, '' if initial_value is None else initial_value)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    encoding = errors = None
    readable = writable = seekable = lambda self: True
