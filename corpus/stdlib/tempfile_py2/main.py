# pymp: python=2
import multiprocessing
import os
import tempfile

f = tempfile.NamedTemporaryFile('w+b', -1, '.txt', 'pre', '/tmp', True)
print f.name.endswith('.txt'), f.name.startswith('/tmp/pre'), repr(f).split(' at ')[0], os.path.exists(f.name)
f.write('x')
f.close()
print os.path.exists(f.name), f.closed
f = tempfile.NamedTemporaryFile(bufsize=0, suffix='.q', delete=False)
f.write('abc')
print os.path.getsize(f.name), f.closed, type(f)
f.close()
os.unlink(f.name)
f = tempfile.TemporaryFile('w+', bufsize=0)
print type(f), f.name, f.mode
f.write('a\nb\n')
f.seek(0)
print list(f), f.softspace
f = tempfile.SpooledTemporaryFile(max_size=3)
f.write('ab')
print f._rolled, f.name, f.mode,
f.write('cdef')
print f._rolled
f.seek(0)
print f.read(), f.closed
fd, path = tempfile.mkstemp('.s', 'p-', None, True)
os.write(fd, 'text')
os.close(fd)
print oct(os.stat(path).st_mode & 0777), path.endswith('.s'), len(os.path.basename(path))
os.unlink(path)
print tempfile.mktemp('x')[-1:], tempfile.gettempdir() == os.environ.get('TMPDIR', '/tmp'), tempfile.gettempprefix(), tempfile.template
folder = tempfile.mkdtemp(prefix='q')
print os.path.isdir(folder), oct(os.stat(folder).st_mode & 0777)
try:
    tempfile.mkstemp(dir=folder + '/none')
except OSError, e:
    print e.errno, e.strerror
with tempfile.NamedTemporaryFile(dir=folder) as f:
    print >>f, 'hello'
    f.flush()
    print open(f.name).read(), os.listdir(folder) == [os.path.basename(f.name)]
print os.listdir(folder)
os.rmdir(folder)


def name(_):
    return tempfile.mktemp()


pool = multiprocessing.Pool(3)
print len(set(pool.map(name, range(9), 1)))
pool.close()
pool.join()
