# pymp: python=2
"""Functions of the library take unicode for a str, in ASCII; a program with unicode_literals hands them nothing else."""
from __future__ import print_function, unicode_literals

import array
import base64
import binascii
import datetime
import hashlib
import multiprocessing
import os
import socket
import struct
import sys
import time
import zlib


def attempt(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)
    sys.stdout.flush()


here, there = socket.socketpair()
datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
datagrams.bind(('127.0.0.1', 0))
reader, writer = os.pipe()
left, right = multiprocessing.Pipe()

for call in [
    lambda: (here.send('abc'), here.sendall('def'), there.recv(100)),
    lambda: (datagrams.sendto('xx', datagrams.getsockname()), datagrams.recv(9)),
    lambda: (os.write(writer, 'hey'), os.read(reader, 9)),
    lambda: (left.send_bytes('bytes'), right.recv_bytes()),
    lambda: here.send('\xe9'),
    lambda: here.send(5),
    lambda: hashlib.md5('abc').hexdigest(),
    lambda: hashlib.md5('\xe9'),
    lambda: zlib.crc32('abc'),
    lambda: zlib.decompress(zlib.compress('abc')),
    lambda: base64.b64encode('abc'),
    lambda: binascii.hexlify('abc'),
    lambda: struct.unpack('<I', b'abcd'),
    lambda: struct.pack('>3sB', b'abc', 7),
    lambda: struct.pack('3s', 'abc'),
    lambda: array.array('i', b'abcd'),
    lambda: array.array(b'c', 'abc'),
    lambda: __import__('os.path').__name__,
    lambda: type('X', (), {}),
    lambda: os.system('exit 3') >> 8,
    lambda: multiprocessing.Value('i', 3).value,
    lambda: multiprocessing.Array('d', [1, 2])[:],
    lambda: datetime.datetime.strptime('2025-11-01', '%Y-%m-%d'),
    lambda: time.strptime('07', '%d').tm_mday,
    lambda: socket.socket().connect(('127.0.0.1', 'x')),
    lambda: socket.socket().bind((5, 80)),
]:
    attempt(call)
