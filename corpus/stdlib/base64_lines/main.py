# pymp: python=2,3
"""base64 of every length, over several lines, with foreign characters, and what is no base64."""
from __future__ import print_function
import base64
import binascii

whole = bytes(bytearray(range(256)))
for length in (0, 1, 2, 3, 4, 57, 58, 100, 256):
    text = base64.b64encode(whole[:length])
    print(length, text.decode('ascii'), base64.b64decode(text) == whole[:length])
lines = binascii.b2a_base64(whole[:30]) + b'\n\t' + binascii.b2a_base64(whole[30:60])
print(base64.b64decode(lines) == whole[:60])
print(base64.b64decode(b'\n\tYmlu\n\tYm lu\n').decode('ascii'), binascii.a2b_base64(b'Ym*lu').decode('ascii'))
print(base64.urlsafe_b64decode(base64.urlsafe_b64encode(whole)) == whole)
for bad in b'abc', b'ab', b'YQ=':
    try:
        print(binascii.a2b_base64(bad))
    except binascii.Error as error:
        print(error)
