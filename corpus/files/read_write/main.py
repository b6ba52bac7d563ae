# pymp: python=2,3
"""Writing, appending, reading in every way, seek and tell."""
from __future__ import print_function
import os

with open('notes.txt', 'w') as f:
    f.write('first line\n')
    f.writelines(['second\n', 'third'])
print(f.closed, os.path.getsize('notes.txt'))
with open('notes.txt') as f:
    print(repr(f.read(5)), f.tell(), repr(f.readline()), f.readlines(), repr(f.read()))
    f.seek(0)
    print([line.rstrip() for line in f])
with open('notes.txt', 'a') as f:
    f.write('\nappended\n')
for number, line in enumerate(open('notes.txt'), 1):
    print(number, line, end='')
with open('raw.bin', 'wb') as f:
    f.write(bytes(bytearray([0, 255, 10, 13])))
with open('raw.bin', 'rb') as f:
    print(list(bytearray(f.read())))
with open('notes.txt', 'r+') as f:
    f.write('FIRST')
    f.seek(0)
    print(f.readline(), end='')
    f.truncate(10)
print(sorted(os.listdir('.')), os.path.exists('nothing'))
os.rename('raw.bin', 'renamed.bin')
os.mkdir('folder')
os.makedirs(os.path.join('folder', 'a', 'b'))
print(os.path.isdir('folder'), os.path.isfile('renamed.bin'), [(sorted(d), sorted(names)) for _, d, names in os.walk('folder')])
os.remove('renamed.bin')
try:
    open('missing.txt')
except IOError as error:
    print(error.errno, error.strerror, error.filename, error)
try:
    f.read()
except ValueError as error:
    print(error)
try:
    os.mkdir('folder')
except OSError as error:
    print(error)
