# pymp: python=2
import os
import shutil
import stat
import tempfile

top = tempfile.mkdtemp()
os.chdir(top)


def write(path, text, mode=0644, when=1000000000):
    f = open(path, 'w')
    f.write(text)
    f.close()
    os.chmod(path, mode)
    os.utime(path, (when, when))


def tell(path):
    st = os.stat(path)
    return oct(stat.S_IMODE(st.st_mode)), int(st.st_mtime), st.st_size


def attempt(f, *args, **named):
    try:
        r = f(*args, **named)
        print f.__name__, type(r).__name__
    except Exception, e:
        print f.__name__, e.__class__.__module__, e.__class__.__name__, e


write('a', 'text', 0600)
shutil.copy('a', 'b')
print tell('b')[::2]
shutil.copy2('a', 'c')
print tell('c')
write('d', 'other')
shutil.copystat('a', 'd')
print tell('d')
shutil.copymode('b', 'd')
shutil.copyfile('a', 'e')
print open('e').read(), sorted(os.listdir('.'))
os.makedirs('tree/sub/deep')
write('tree/one.txt', '1')
write('tree/sub/two.pyc', '22')
write('tree/sub/deep/three', '333', 0755)
os.symlink('one.txt', 'tree/link')
shutil.copytree('tree', 'copy')
shutil.copytree('tree', 'links', symlinks=True, ignore=shutil.ignore_patterns('*.pyc', 'deep'))
for name in 'copy', 'links':
    for root, dirs, files in sorted(os.walk(name)):
        dirs.sort()
        print root, dirs, [(f, tell(os.path.join(root, f)), os.path.islink(os.path.join(root, f))) for f in sorted(files)]
attempt(shutil.copytree, 'tree', 'copy')
attempt(shutil.copyfile, 'a', 'a')
attempt(shutil.copyfile, 'missing', 'x')
attempt(shutil.copy, 'a', 'no/such/dir')
attempt(shutil.copy2, 'tree', 'x')
attempt(shutil.rmtree, 'missing')
attempt(shutil.rmtree, 'missing', True)
attempt(shutil.rmtree, 'a')


def tell_error(f, path, info):
    print f.__name__, path, info[0].__name__, info[1]


attempt(shutil.rmtree, 'missing', onerror=tell_error)
attempt(shutil.rmtree, 'links')
shutil.move('a', 'tree')
attempt(shutil.move, 'b', 'tree/sub')
write('b', 'again')
attempt(shutil.move, 'b', 'tree/sub')
attempt(shutil.move, 'tree', 'tree/sub')
attempt(shutil.move, 'missing', 'x')
shutil.move('tree', 'moved')
print sorted(os.listdir('moved')), os.path.exists('tree')
print os.path.basename(shutil.make_archive('arc', 'gztar', 'moved')), shutil.make_archive('z', 'zip', base_dir='moved'), [n for n, d in shutil.get_archive_formats()]
import tarfile
import zipfile
print sorted(tarfile.open('arc.tar.gz').getnames())
print sorted(zipfile.ZipFile('z.zip').namelist())
source, target = open('c'), open('f', 'w')
shutil.copyfileobj(source, target, 2)
target.close()
print open('f').read(), issubclass(shutil.Error, EnvironmentError), shutil.Error.__bases__
print [hasattr(shutil, name) for name in ('which', 'chown', 'disk_usage', 'unpack_archive', 'get_terminal_size', 'SameFileError')]
os.chdir('/')
shutil.rmtree(top)
print os.path.exists(top)
