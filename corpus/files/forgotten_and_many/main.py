# pymp: python=2,3
"""Files that are opened and never closed: their descriptors come back, what was written arrives, and those still in use stay open."""
from __future__ import print_function
import os

COUNT = 8000


def first_line(path):
    for line in open(path):
        return line


def note(k):
    f = open('note%d.txt' % (k % 3), 'w')
    f.write('%d\n' % k)


with open('lines.txt', 'w') as out:
    out.write('first\nsecond\n')

kept = open('lines.txt')
print(next(kept).strip())
kept_writer = open('kept.txt', 'w')
kept_writer.write('begun, ')
lines = [first_line('lines.txt') for _ in range(COUNT)]
for k in range(300):
    note(k)
print(len(lines), set(lines) == {'first\n'})
print(len(os.listdir('/proc/self/fd')) < COUNT * 3 // 4)
print(next(kept).strip())
kept_writer.write('and ended')
kept_writer.close()
print(open('kept.txt').read())
print([open('note%d.txt' % k).read() for k in range(3)])
