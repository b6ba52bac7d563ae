# pymp: python=2,3
# Directories with names of ASCII, of other letters, and of bytes that are no text, listed as texts and as bytes.
from __future__ import print_function
import os
import shutil
import sys
import tempfile

top = os.path.join(tempfile.mkdtemp(), u'mitte-\xfc'.encode('utf-8') if sys.version_info[0] == 2 else u'mitte-\xfc')
as_bytes = top if isinstance(top, bytes) else os.fsencode(top)
os.mkdir(top)
NAMES = [b'plain', b'two words', b'\xc3\xa4rger.txt', b'broken-\xff\xfe', b'\xe2\x82\xac', b'\xf0\x9f\x98\x80.py', b'line\nbreak', b'.hidden', b'\x7f']
for number, name in enumerate(NAMES):
    if number % 4 == 3:
        os.mkdir(os.path.join(as_bytes, name))
    else:
        with open(os.path.join(as_bytes, name), 'wb') as out:
            out.write(name * number)
os.symlink(b'plain', os.path.join(as_bytes, b'link-\xc3\xa9'))
text = top.decode('utf-8') if isinstance(top, bytes) else top


def listed(names):
    return sorted(map(repr, names))


print(listed(os.listdir(as_bytes)))
print(listed(os.listdir(text)))
print(listed(os.path.basename(path) for path, _, _ in os.walk(as_bytes)), [len(files) for _, _, files in os.walk(as_bytes)][:1])
if sys.version_info[0] == 3:
    for where in text, as_bytes:
        with os.scandir(where) as entries:
            for entry in sorted(entries, key=lambda entry: os.fsencode(entry.name)):
                print(repr(entry), repr(entry.path[len(where):]), entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.stat().st_size * entry.is_file(), os.path.exists(entry))
    descriptor = os.open(text, os.O_RDONLY)
    print(listed(os.listdir(descriptor)) == listed(os.listdir(text)))
    os.close(descriptor)
    import glob, pathlib
    print(listed(glob.glob('*.*', root_dir=text)), listed(p.name for p in pathlib.Path(text).iterdir()) == listed(os.listdir(text)))
    os.chdir(text)
    print(listed(os.listdir()) == listed(os.listdir(text)), [entry.path for entry in os.scandir() if entry.name.startswith('p')])
    os.chdir('/')
shutil.rmtree(os.path.dirname(as_bytes))
for missing in text, as_bytes:
    try:
        os.listdir(missing)
    except OSError as error:
        print(error.errno, error.filename == missing)
