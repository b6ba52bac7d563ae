"""File descriptors: pipes, dup2, positions, redirected output."""
import errno
import os
import sys


def t(name, f):
    try:
        print(name, repr(f()))
    except OSError as e:
        print(name, type(e).__name__, e, errno.errorcode.get(e.errno))


with open('data', 'w') as f:
    f.write('0123456789' * 3)
fd = os.open('data', os.O_RDWR | os.O_APPEND)
print(os.read(fd, 4), os.lseek(fd, 0, os.SEEK_CUR), os.write(fd, b'tail'), os.lseek(fd, 0, os.SEEK_CUR))
print(os.pread(fd, 3, 8), os.lseek(fd, -4, os.SEEK_END), os.read(fd, 100), os.fstat(fd).st_size)
other = os.dup(fd)
os.lseek(fd, 5, os.SEEK_SET)
print(os.read(other, 2), os.lseek(fd, 0, os.SEEK_CUR), os.get_inheritable(other), os.get_blocking(fd))
os.ftruncate(fd, 10)
print(os.fstat(other).st_size, os.isatty(fd))
os.close(fd)
print(os.pread(other, 10, 0))
os.close(other)
t('closed', lambda: os.read(other, 1))
t('twice', lambda: os.close(other))
t('dup', lambda: os.dup(other))
t('dup2', lambda: os.dup2(other, 70))
t('stat', lambda: os.fstat(other))
t('negative', lambda: os.read(0, -1))
t('flags', lambda: os.open('data', os.O_CREAT | os.O_EXCL))

r, w = os.pipe()
print(os.write(w, b'through a pipe'), os.read(r, 7), os.read(r, 100), os.get_inheritable(r))
t('seek', lambda: os.lseek(r, 0, 0))
reader, writer = os.fdopen(r), os.fdopen(w, 'w')
print(reader.mode, writer.mode, reader.seekable(), reader.name == r)
for f in (reader.tell, writer.tell, reader.buffer.tell):
    t('tell', f)
writer.write('line one\nline two')
writer.close()
print(reader.readline(), reader.read(), reader.read())
reader.close()

saved = os.dup(1)
with open('out', 'w') as f:
    sys.stdout.flush()
    os.dup2(f.fileno(), 1)
    print('this goes into the file')
    os.write(1, b'written around the buffer\n')
    sys.stdout.flush()
    os.dup2(saved, 1)
os.close(saved)
print('back again')
print(open('out').read())
fd = os.open('out', os.O_RDONLY)
with open(fd, closefd=False) as f:
    print(f.readline())
print(os.lseek(fd, 0, os.SEEK_CUR) > 0)
os.close(fd)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class IndexAndPath(Index):
    def __fspath__(self):
        return 'nowhere'


reading, writing = os.pipe()
with open(Index(writing), 'w') as f:
    print(type(f.name).__name__, f.fileno() == writing, f.write('through a pipe'))
with open(IndexAndPath(reading)) as f:
    print(type(f.name).__name__, f.read())
for given in (Index(-1), Index('x'), Index(1 << 40), 1 << 40, -1, -1 << 40):
    try:
        open(given)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
