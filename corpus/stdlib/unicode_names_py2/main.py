# pymp: python=2
# -*- coding: utf-8 -*-
"""Modules of the library that are given unicode where they mean names and patterns, as under unicode_literals."""

from __future__ import print_function, unicode_literals

import glob
import hashlib
import heapq
import io
import mimetypes
import optparse
import os
import tarfile
import timeit
import warnings
import zipfile
from fractions import Fraction

parser = optparse.OptionParser(usage='%prog [options]', version='%prog 1', prog=b'tool')
parser.add_option('-n', '--num', type='int', default='3', help='how many [%default]', metavar='N')
group = optparse.OptionGroup(parser, 'More', 'about modes')
group.add_option('--mode', type='choice', choices=['a', 'b'], default='a')
parser.add_option_group(group)
for arguments in (['--num', '7', 'rest'], [], [b'-n5', b'--mode=b']):
    options, rest = parser.parse_args(arguments)
    print(options.num, options.mode == 'b', len(rest))
parser.print_help()

print(timeit.timeit('x = y', setup='y = 1', number=3) < 60)

folder = os.path.join(os.getcwdu(), 'f\xe4')
os.mkdir(folder)
os.chdir(folder)
for name in ('\xe4.txt', 'b.txt'):
    io.open(name, 'w').close()
os.mkdir('sub')
io.open('sub/c.txt', 'w').close()
print(sorted(glob.glob('*.txt')), sorted(glob.glob(b'*.txt')), glob.glob('sub/*'), glob.glob('none*'))
print(list(glob.iglob('s*/c.*')), os.path.abspath('x') == os.path.join(folder, 'x'))

print(mimetypes.guess_type('a.tar.gz'), mimetypes.guess_type('http://host/a.html'), mimetypes.guess_type(b'a.gif'))
print(hashlib.new('md5', b'a').hexdigest())

with zipfile.ZipFile('z.zip', 'w') as archive:
    archive.write('b.txt')
    archive.writestr('\xfc.txt', b'\xff')
with zipfile.ZipFile('z.zip') as archive:
    print(archive.namelist(), repr(archive.read('\xfc.txt')))
archive = tarfile.open('t.tar', 'w')
archive.add('b.txt')
archive.close()
print(tarfile.open('t.tar').getnames())

warnings.filterwarnings('ignore', 'quiet.*')
warnings.warn('quiet please')

print(Fraction('1/2') + Fraction(' 3 '), repr(bytearray('\xe4', 'utf-8')), repr(bytearray(b'\xe4').decode('latin-1', 'ignore')))
print(heapq.nlargest(1, 'abc'), heapq.nsmallest(1, [3, 1]), heapq.nlargest(1, []), heapq.nlargest(1, [1, -2], key=abs))
try:
    max([1], key=None)
except TypeError as error:
    print(error)
