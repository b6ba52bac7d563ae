# pymp: python=3
"""bz2: the same bytes as from bzip2 itself, streams in pieces, files, archives."""
import bz2, hashlib, random, io
random.seed(5)
def blob(n, kind):
    if kind == 0: return bytearray(random.randrange(256) for i in range(n))
    if kind == 1: return bytearray(b'the quick brown fox ' * (n // 20))
    if kind == 2: return bytearray(b'a' * n)
    if kind == 3: return bytearray(random.choice([97, 98, 99, 100]) for i in range(n))
    if kind == 4: return bytearray(b''.join([b'x' * random.randrange(600) + b'yz' for i in range(n // 300 + 1)]))
for n in (0, 1, 2, 10, 300, 5000):
    for kind in range(5):
        for level in (1, 9):
            data = bytes(blob(n, kind))
            packed = bz2.compress(data, level)
            print(n, kind, level, len(packed), hashlib.md5(packed).hexdigest(), bz2.decompress(packed) == data)
data = bytes(blob(101000, 3))
packed = bz2.compress(data, 1)
print(len(packed), hashlib.md5(packed).hexdigest(), bz2.decompress(packed) == data)
d = bz2.BZ2Decompressor()
out = b''.join([d.decompress(packed[i:i+1000]) for i in range(0, len(packed), 1000)])
print(out == data, len(d.unused_data))
for bad in (packed[:-5], b'nonsense', packed[:50] + b'zzz' + packed[53:], packed + b'tail'):
    try: print(len(bz2.decompress(bad)))
    except Exception as e: print(type(e).__name__, e)

import codecs
import os
import tarfile
import tempfile
import zipfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'text.bz2')
with bz2.open(path, 'wt') as f:
    f.write('line\n' * 1000)
with bz2.BZ2File(path, 'a') as f:
    f.write(b'more\n')
with bz2.open(path, 'rt') as f:
    print(len(f.readlines()))
with bz2.BZ2File(path) as f:
    print(f.read()[-12:], f.tell(), f.seek(5), f.readline(), f.peek(3)[:3])
os.remove(path)
os.rmdir(folder)

d = bz2.BZ2Decompressor()
print(d.decompress(packed, 10), d.needs_input, d.eof)
print(len(d.decompress(b'', 100)), d.needs_input, len(d.decompress(b'')), d.eof, d.needs_input)
c = bz2.BZ2Compressor()
print(c.compress(b'x'), len(c.flush()))
for f in (lambda: d.decompress(b''), lambda: bz2.BZ2Compressor(10), lambda: bz2.BZ2Compressor('a'),
          lambda: bz2.BZ2Decompressor(1), lambda: bz2.compress('a'), lambda: bz2.decompress('a'),
          lambda: bz2.decompress(b''), c.flush, lambda: c.compress(b'')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

b = io.BytesIO()
with tarfile.open(fileobj=b, mode='w:bz2') as archive:
    info = tarfile.TarInfo('a')
    info.size = 3
    archive.addfile(info, io.BytesIO(b'abc'))
b.seek(0)
print(tarfile.open(fileobj=b).extractfile('a').read())
b = io.BytesIO()
with zipfile.ZipFile(b, 'w', zipfile.ZIP_BZIP2) as archive:
    archive.writestr('x', 'hello' * 100)
print(zipfile.ZipFile(b).read('x')[:10])
print(codecs.decode(codecs.encode(b'abc', 'bz2'), 'bz2'))
