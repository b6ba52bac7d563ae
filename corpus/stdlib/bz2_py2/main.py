# pymp: python=2
"""bz2 of Python 2: files of bytes, and its own words for what goes wrong."""
import bz2
import os
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'text.bz2')
f = bz2.BZ2File(path, 'w')
f.write('a\nb\r\n\xe9c')
f.writelines(['x\n', 'y'])
f.close()
print repr(open(path, 'rb').read(4))
f = bz2.BZ2File(path)
print repr(f.read(3)), repr(f.readline()), f.tell(), f.readlines()
f.seek(0)
print list(f), f.mode
f.close()
with bz2.BZ2File(path, 'rU') as f:
    print f.readlines(), f.newlines
for line in bz2.BZ2File(path):
    print repr(line)
for attempt in (lambda: bz2.decompress('abc'), lambda: bz2.decompress(bz2.compress('abc')[:-3]),
                lambda: bz2.decompress(''), lambda: bz2.compress(u'abc')[:3], lambda: bz2.compress('a', 10),
                lambda: bz2.BZ2Compressor(0), f.read, lambda: bz2.decompress(bz2.compress('abc') + 'tail'),
                lambda: bz2.BZ2File(path).write('a')):
    try:
        print repr(attempt())
    except Exception as error:
        print type(error).__name__, error
os.remove(path)
os.rmdir(folder)
unpacker = bz2.BZ2Decompressor()
print repr(unpacker.decompress(bz2.compress('abc') + 'tail')), repr(unpacker.unused_data)
try:
    unpacker.decompress('')
except EOFError as error:
    print error
packer = bz2.BZ2Compressor()
print repr(packer.compress('x')), len(packer.flush())
try:
    packer.flush()
except ValueError as error:
    print error
print repr(bz2.compress('abc' * 100)), 'abc'.encode('bz2').decode('bz2')
