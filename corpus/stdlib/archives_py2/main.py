# pymp: python=2
"""zipfile and tarfile: names and contents are str."""
import zipfile, StringIO, cStringIO, os, tempfile, shutil, tarfile, io
for make in StringIO.StringIO, cStringIO.StringIO, io.BytesIO:
    b = make(); z = zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED); z.writestr('a.txt', 'hello' * 10); z.writestr('d/b.bin', '\x00\xff'); z.close()
    z = zipfile.ZipFile(make(b.getvalue())); print z.namelist(), repr(z.read('a.txt')), repr(z.read('d/b.bin')), z.getinfo('a.txt').file_size, z.testzip()
    with z.open('a.txt') as f: print repr(f.read(5)), repr(f.readline()), f.name
d = tempfile.mkdtemp(); p = os.path.join(d, 'x.zip')
with zipfile.ZipFile(p, 'w') as z:
    z.writestr('b', 'x'); open(os.path.join(d, 'src'), 'wb').write('data\n' * 3); z.write(os.path.join(d, 'src'), 'arc/src')
z = zipfile.ZipFile(p); z.extractall(os.path.join(d, 'out')); print sorted(os.listdir(os.path.join(d, 'out'))), repr(open(os.path.join(d, 'out', 'arc', 'src')).read()), zipfile.is_zipfile(p), zipfile.BadZipfile
try: zipfile.ZipFile(StringIO.StringIO('nope'))
except zipfile.BadZipfile as e: print e
for mode in 'w', 'w:gz':
    p = os.path.join(d, 'x.tar'); t = tarfile.open(p, mode); t.add(os.path.join(d, 'src'), 'in/src')
    i = tarfile.TarInfo('mem'); i.size = 3; t.addfile(i, StringIO.StringIO('abc')); t.close()
    t = tarfile.open(p); print t.getnames(), repr(t.extractfile('mem').read()), [m.name for m in t if m.isfile()]; t.extractall(os.path.join(d, 'o2')); t.close(); print repr(open(os.path.join(d, 'o2', 'in', 'src')).read())
shutil.make_archive(os.path.join(d, 'arch'), 'zip', os.path.join(d, 'out')); print sorted(zipfile.ZipFile(os.path.join(d, 'arch.zip')).namelist())
shutil.rmtree(d)
