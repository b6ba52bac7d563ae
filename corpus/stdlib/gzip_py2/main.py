# pymp: python=2
"""gzip: files and texts in memory, whole and by lines."""
import gzip, os, StringIO, tempfile

buf = StringIO.StringIO()
out = gzip.GzipFile('name', 'wb', 9, buf, 5)
print out.write('hello\nworld\n') in (None, 12), out.mode, out.name, out.tell()
out.writelines(['a' * 100, '\n', 'last'])
out.close()
print out.closed, len(buf.getvalue()) > 20, repr(buf.getvalue()[:15])
data = buf.getvalue()
again = gzip.GzipFile(fileobj=StringIO.StringIO(data))
print repr(again.readline()), repr(again.read(3)), again.tell(), again.readlines()[1:], repr(again.read()), repr(again.readline())
again.rewind()
print list(again)[:2], again.seek(2), again.read(4)
print repr(gzip.GzipFile(fileobj=StringIO.StringIO(data + data)).read()[-20:])
for bad in 'not gzip at all', data[:30], data[:-8] + '\0' * 8, '':
    try:
        print repr(gzip.GzipFile(fileobj=StringIO.StringIO(bad)).read())
    except (IOError, EOFError, Exception) as e:
        print type(e).__name__
path = os.path.join(tempfile.mkdtemp(), 'f.gz')
with gzip.open(path, 'wb') as f:
    f.write('x\n' * 100000)
with gzip.open(path) as f:
    print sum(1 for line in f), f.mode, os.path.basename(f.name)
with gzip.open(path, 'ab') as f:
    f.write('more')
print gzip.open(path).read()[-6:], os.path.getsize(path) < 1000
for action in (lambda: gzip.open(path).write('x'), lambda: gzip.open(path, 'w').read(), lambda: again.close() or again.read()):
    try:
        action()
    except (IOError, ValueError) as e:
        print type(e).__name__, e
os.remove(path)
os.rmdir(os.path.dirname(path))
