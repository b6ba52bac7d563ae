# pymp: python=2
# io as Python 2 has it: modes with U, IOError where Python 3 has OSError, its own BlockingIOError, what reprs show
import io
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'text')
with open(path, 'wb') as f:
    f.write(b'abc\ndef\r\nghi')


def t(name, f):
    try:
        print name, repr(f())
    except Exception as e:
        print name, type(e).__name__, e, isinstance(e, IOError), isinstance(e, ValueError)


print [name for name in ('open_code', 'text_encoding') if hasattr(io, name)], io.OpenWrapper is io.open, io.__all__
for mode in 'U', 'rU', 'Ur', 'Ub':
    t(mode, lambda: (io.open(path, mode).read(), io.open(path, mode).mode))
for mode in 'wU', 'x', 'rw', 'q', 'b', '', 'rr':
    t(mode, lambda: io.open(path, mode))
for mode in 'q', 'rw', 'x', '':
    t('FileIO ' + mode, lambda: io.FileIO(path, mode))


class Odd(io.RawIOBase):
    def readable(self):
        return True

    writable = seekable = readable

    def seek(self, *args):
        return -123

    def tell(self):
        return -456


t('seek', lambda: io.BufferedReader(Odd()).seek(0))
t('tell', lambda: io.BufferedReader(Odd()).tell())
t('writer', lambda: io.BufferedWriter(Odd()).tell())
B = io.BlockingIOError
print B.__module__, B.__name__, [c.__name__ for c in B.__mro__]
for args in (1,), (1, 'x'), (1, 'x', 3), ():
    t(args, lambda: (B(*args).args, str(B(*args)), B(*args).errno, B(*args).characters_written))


class Full(io.RawIOBase):
    count = 0

    def writable(self):
        return True

    def write(self, data):
        self.count += 1
        return None if self.count > 1 else len(data) // 2


def overfill():
    w = io.BufferedWriter(Full(), 4)
    try:
        w.write(b'abcdefghijkl')
    except io.BlockingIOError as e:
        return e.characters_written, isinstance(e, IOError)


print overfill()
r, w = os.pipe()
import fcntl
fcntl.fcntl(w, fcntl.F_SETFL, os.O_NONBLOCK)
full = io.open(w, 'wb')
try:
    while True:
        full.write(b'x' * 100000)
except io.BlockingIOError as e:
    print type(e).__name__, e, e.characters_written > 0
try:
    full.close()
except IOError as e:
    print type(e).__name__, e.errno
print [repr(io.open(path)).replace(folder, ''), repr(io.open(path, 'rb')).replace(folder, ''),
       repr(io.FileIO(path)).replace(folder, ''), repr(io.FileIO(path, 'r+')).replace(folder, '')]
t('cur', lambda: io.open(path).seek(1, 1))
t('end', lambda: io.open(path).seek(1, 2))
t('write', lambda: io.open(path).write(u'x'))
t('raw write', lambda: io.FileIO(path).write(b'x'))
t('read', lambda: io.open(path, 'a').read())
t('raw read', lambda: io.FileIO(path, 'a').read())
t('truncate', lambda: io.open(path, 'r+b').truncate(-1))
t('raw seek', lambda: io.FileIO(path).seek(-5))
t('missing', lambda: io.open('/nonexistent/x'))
t('reader', lambda: io.BufferedReader(io.FileIO(path, 'a')))
t('writer', lambda: io.BufferedWriter(io.FileIO(path)))


class Silent(io.BlockingIOError):
    def __init__(self):
        pass


print Silent().characters_written, Silent().args
try:
    execfile(u'/nonexistent/\xe9.py')
except UnicodeEncodeError as e:
    print e
import os
reader = io.BufferedReader(io.BytesIO(b'abc'))
for f in (lambda: reader.seek(0, 3), lambda: reader.seek(0, -1), lambda: reader.read1(-1), lambda: reader.read(-2),
          lambda: os.fdopen(0, ()), lambda: os.fdopen(0, None)):
    try:
        print f()
    except (ValueError, TypeError) as e:
        print type(e).__name__, e
