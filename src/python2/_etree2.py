"""What `xml.etree.ElementTree` does with Python 2's two kinds of text: names and texts of ASCII alone are str."""

from contextlib import contextmanager


def _plain(text):
    try:
        return text.encode('ascii')
    except UnicodeError:
        return text


def fix_name(self, key):
    """`XMLParser._fixname`: the name of an element or attribute, with its namespace in braces."""
    try:
        return self._names[key]
    except KeyError:
        name = self._names[key] = _plain('{' + key if '}' in key else key)
        return name


def start(self, tag, attr_list):
    """`XMLParser._start`: the names and values of attributes stand one after the other."""
    names = [self._fixname(name) for name in attr_list[::2]]
    return self.target.start(self._fixname(tag), dict(zip(names, map(_plain, attr_list[1::2]))))


def data(self, text):
    """`TreeBuilder.data`."""
    self._data.append(_plain(text))


@contextmanager
def get_writer(file_or_filename, encoding):
    """A function that writes text in an encoding, and the encoding."""
    opened = None if hasattr(file_or_filename, 'write') else open(file_or_filename, 'wb')
    stream = file_or_filename if opened is None else opened
    # The library says 'unicode' where it writes to a stream of text.
    name = 'us-ascii' if encoding in (None, '', 'unicode') else encoding

    def write(text):
        if isinstance(text, str):
            text = text.decode('ascii')
        stream.write(text.encode(name, 'xmlcharrefreplace'))

    try:
        yield write, name
    finally:
        if opened is not None:
            opened.close()


def to_string(tree_class):
    """`tostring`, in an encoding that is ASCII where it is left out."""
    def tostring(element, encoding=None, method=None):
        pieces = []

        class stream:
            write = pieces.append

        tree_class(element).write(stream, encoding, method=method)
        return ''.join(pieces)
    return tostring


def add_old_methods(cls):
    """What Python 3 has dropped: `getchildren` of elements, `getiterator` of them and of trees."""

    def getiterator(self, tag=None):
        """The element and those below, as a list."""
        return list(self.iter(tag))

    cls.getiterator = getiterator
    if not hasattr(cls, 'getroot'):
        cls.getchildren = lambda self: list(self)
