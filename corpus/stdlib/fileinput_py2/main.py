# pymp: python=2
"""fileinput gives the bytes of the files, and writes in their place what is printed."""
import fileinput
import os
import sys
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'text')
with open(path, 'wb') as f:
    f.write('a\r\nb\xe9\n')

for line in fileinput.input(path):
    print repr(line), fileinput.lineno(), fileinput.isfirstline(), os.path.basename(fileinput.filename())
for mode in ('r', 'rU', 'U', 'rb'):
    reader = fileinput.FileInput([path, path], mode=mode)
    print repr(reader.next()), repr(reader[1]), list(reader), reader.lineno(), reader.filelineno()
    reader.close()
print list(fileinput.input(path, openhook=fileinput.hook_encoded('latin-1')))
for line in fileinput.input([path, path], inplace=1):
    sys.stdout.write(line.upper())
print repr(open(path, 'rb').read()), os.listdir(folder)
for attempt in (lambda: fileinput.FileInput(path, mode='w'), fileinput.lineno,
                lambda: fileinput.FileInput(path)[1], lambda: fileinput.FileInput(path, openhook=5),
                lambda: fileinput.FileInput('/no/such/file').next()):
    try:
        fileinput.close()
        print attempt()
    except (ValueError, RuntimeError, IOError) as error:
        print type(error).__name__, error
os.remove(path)
os.rmdir(folder)
