"""What kind of image a file is, by how it begins.

Spec: https://docs.python.org/2.7/library/imghdr.html
"""

__all__ = ['what']

#: Functions that are asked in turn, with the beginning and the file or None: each gives a name or None.
tests = []


def what(file, h=None):
    """The kind of an image: of a file, by name or open, or of bytes. None if it is not known."""
    opened = None
    try:
        if h is None:
            if isinstance(file, basestring):
                file = opened = open(file, 'rb')
                h = file.read(32)
            else:
                position = file.tell()
                h = file.read(32)
                file.seek(position)
        for test in tests:
            kind = test(h, opened)
            if kind:
                return kind
    finally:
        if opened is not None:
            opened.close()
    return None


def _test(function):
    tests.append(function)
    return function


def _is_portable(h, letters):
    """Portable anymaps: `P`, a digit, and a blank."""
    return len(h) >= 3 and h[0] == 'P' and h[1] in letters and h[2] in ' \t\n\r'


@_test
def test_jpeg(h, f):
    if h[6:10] == 'JFIF':
        return 'jpeg'


@_test
def test_exif(h, f):
    if h[6:10] == 'Exif':
        return 'jpeg'


@_test
def test_png(h, f):
    if h[:8] == '\211PNG\r\n\032\n':
        return 'png'


@_test
def test_gif(h, f):
    if h[:6] in ('GIF87a', 'GIF89a'):
        return 'gif'


@_test
def test_tiff(h, f):
    if h[:2] in ('MM', 'II'):
        return 'tiff'


@_test
def test_rgb(h, f):
    if h[:2] == '\001\332':
        return 'rgb'


@_test
def test_pbm(h, f):
    if _is_portable(h, '14'):
        return 'pbm'


@_test
def test_pgm(h, f):
    if _is_portable(h, '25'):
        return 'pgm'


@_test
def test_ppm(h, f):
    if _is_portable(h, '36'):
        return 'ppm'


@_test
def test_rast(h, f):
    if h[:4] == '\x59\xa6\x6a\x95':
        return 'rast'


@_test
def test_xbm(h, f):
    if h[:8] == '#define ':
        return 'xbm'


@_test
def test_bmp(h, f):
    if h[:2] == 'BM':
        return 'bmp'
