"""What `zipfile` and `tarfile` count on in Python 3: checksums without a sign, names as text."""

import bz2
from cStringIO import StringIO
from zlib import crc32 as _crc32


def crc32(data, value=0):
    return _crc32(data, value) & 0xffffffff


def nts(field, encoding, errors):
    """`tarfile.nts`: the text of a field, which ends at the first NUL."""
    return field.split('\0', 1)[0]


class _Seekable:
    """A file that says that it can be positioned."""

    def __init__(self, file):
        self._file = file

    def __getattr__(self, name):
        return getattr(self._file, name)

    def seekable(self):
        return True


def adjust_zip(zipfile):
    """Names of ASCII are str, and files without `seekable` can be read."""
    info, shared, member = zipfile.ZipInfo, zipfile._SharedFile, zipfile.ZipExtFile
    init_info, init_shared = info.__init__, shared.__init__

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        init_info(self, filename, date_time)
        try:
            self.filename = self.filename.encode('ascii')
            self.orig_filename = self.orig_filename.encode('ascii')
        except UnicodeError:
            pass

    info.__init__ = __init__

    def init(self, file, *rest):
        init_shared(self, file if hasattr(file, 'seekable') else _Seekable(file), *rest)

    shared.__init__ = init
    # A str is bytes, which Python 3 would encode.
    write = zipfile.ZipFile.writestr

    def writestr(self, zinfo_or_arcname, bytes, compress_type=None):
        write(self, zinfo_or_arcname, bytearray(bytes) if isinstance(bytes, str) else bytes, compress_type)

    zipfile.ZipFile.writestr = writestr
    # What is read is str, also where it was put together from the library's bytes.
    read = member.read
    member.read = lambda self, n=-1: str(read(self, n))


class _Compressing:
    """What is written here goes compressed to a file object, which stays open."""

    def __init__(self, file, level):
        self._file = file
        self._compressor = bz2.BZ2Compressor(level)
        self._position = 0

    def write(self, data):
        self._position += len(data)
        self._file.write(self._compressor.compress(data))

    def tell(self):
        return self._position

    def close(self):
        self._file.write(self._compressor.flush())


def adjust_tar(tarfile):
    """Streams read str, and write their checksum as a number without a sign; file objects may hold bzip2."""
    stream = tarfile._Stream
    read = stream.read

    def get_crc(self):
        return self._crc

    def set_crc(self, crc):
        self._crc = crc & 0xffffffff

    stream.crc = property(get_crc, set_crc)
    stream.read = lambda self, size: str(read(self, size))

    plain = tarfile.TarFile.bz2open.im_func

    @classmethod
    def bz2open(cls, name, mode='r', fileobj=None, compresslevel=9, **options):
        if fileobj is None:
            return plain(cls, name, mode, fileobj, compresslevel, **options)
        if mode == 'r':
            try:
                inner = StringIO(bz2.decompress(fileobj.read()))
            except (IOError, EOFError, ValueError):
                raise tarfile.ReadError('not a bzip2 file')
        else:
            inner = _Compressing(fileobj, compresslevel)
        archive = cls.taropen(name, mode, inner, **options)
        archive._extfileobj = False
        return archive

    tarfile.TarFile.bz2open = bz2open
