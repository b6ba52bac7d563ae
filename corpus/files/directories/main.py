"""Directories, names and attributes of files by os, shutil, glob, pathlib and tempfile."""
import os
import sys

def t(name, f):
    try:
        print(name, repr(f()))
    except Exception as e:
        print(name, type(e).__name__, str(e))

import shutil
os.makedirs('tree/a/b'); os.makedirs('tree/a/b', exist_ok=True)
t('mkdirs', lambda: os.makedirs('tree/a'))
for n in ('x.txt','y.py','a/z.py','a/b/w.txt'): open('tree/'+n,'w').write(n)
print(sorted(os.listdir('tree')), sorted(e.name for e in os.scandir('tree')), [(e.is_dir(), e.is_file(), e.path, e.stat().st_size) for e in sorted(os.scandir('tree'),key=lambda e:e.name) if e.is_file()])
for r,d,f in os.walk('tree'): print(r, sorted(d), sorted(f))
import glob
print(sorted(glob.glob('tree/**/*.py', recursive=True)), glob.glob('tree/*.txt'))
import pathlib
p=pathlib.Path('tree'); print(sorted(p.rglob('*.txt')), (p/'x.txt').read_text(), (p/'new').write_text('hi'), p.exists(), (p/'new').stat().st_size, p.resolve().name, list(p.glob('n*')), (p/'x.txt').suffix)
print(shutil.copy('tree/x.txt','tree/x2.txt'), open('tree/x2.txt').read(), shutil.move('tree/x2.txt','tree/x3.txt'), os.path.exists('tree/x2.txt'), shutil.copytree('tree/a','tree/c'))
import tempfile


with tempfile.NamedTemporaryFile('w+') as f: f.write('abc'); f.seek(0); print(f.read(), os.path.exists(f.name))
with tempfile.TemporaryFile() as f: f.write(b'abc'); f.seek(0); print(f.read())
fd,n=tempfile.mkstemp(); print(os.write(fd,b'xyz'), os.lseek(fd,0,0), os.read(fd,10), os.fstat(fd).st_size, os.close(fd), os.remove(n))
s=tempfile.SpooledTemporaryFile(); s.write(b'a'); print(s.tell())
print(os.stat('tree/x.txt').st_size, os.path.getsize('tree/x.txt'), os.path.getmtime('tree/x.txt')>0, os.path.islink('tree'), os.path.samefile('tree','tree'), oct(os.stat('tree/x.txt').st_mode), os.access('tree',os.W_OK))
os.utime('tree/x.txt',(1,2)); print(os.stat('tree/x.txt').st_mtime, os.stat('tree/x.txt').st_atime_ns); os.chmod('tree/x.txt',0o600); print(oct(os.stat('tree/x.txt').st_mode)); os.symlink('x.txt','tree/ln'); print(os.readlink('tree/ln'), os.path.islink('tree/ln'), os.lstat('tree/ln').st_size, open('tree/ln').read())
os.rename('tree/x.txt','tree/r.txt'); t('ln',lambda: open('tree/ln')); os.truncate('tree/r.txt',2); print(open('tree/r.txt').read()); os.link('tree/r.txt','tree/hard'); print(os.stat('tree/hard').st_nlink)
os.environ['FOO']='bar'; print(os.environ['FOO'], os.getenv('FOO'), os.getenv('NOPE','d'), 'FOO' in os.environ, os.environ.pop('FOO'), os.environb.get(b'NOPE')); t('env', lambda: os.environ['NOPE']); print()
print(os.cpu_count()>0, os.path.abspath('x') == os.getcwd() + '/x', os.fsencode('é\udcff'), os.fsdecode(b'\xff'), os.path.normpath('//a/./b/../c'), os.path.normpath('///a//b/..'), os.path.splitroot('//a/b'), os.get_exec_path()[:0])

fd=os.open('tree/r.txt',os.O_RDONLY); os.dup2(fd, 50); print(os.read(50,3), os.isatty(50)); os.close(fd); print(os.read(50,3)); os.close(50); t('c', lambda: os.read(50,1))
saved=os.dup(1); f=open('tree/out','w'); sys.stdout.flush(); os.dup2(f.fileno(),1); print('to file'); sys.stdout.flush(); os.dup2(saved,1); print('back', open('tree/out').read())
print(os.strerror(13), os.error is OSError, os.devnull, os.linesep, os.WEXITSTATUS(256), os.waitstatus_to_exitcode(9))
shutil.rmtree('tree'); print(os.path.exists('tree')); print(shutil.disk_usage('/').total>0)
import errno, stat, time; print(errno.ENOENT, errno.errorcode[2], stat.filemode(0o100644), stat.S_ISDIR(os.stat('/').st_mode))
import io, contextlib
with contextlib.redirect_stdout(io.StringIO()) as b: print('captured')
print(repr(b.getvalue()))
