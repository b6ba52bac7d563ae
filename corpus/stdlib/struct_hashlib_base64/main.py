"""struct, hashlib, hmac, base64, binascii, zlib: bytes in, bytes out."""
import base64
import binascii
import hashlib
import hmac
import struct
import zlib

print(struct.pack('<ihB?', 1, -2, 255, True), struct.pack('>d', 1.5), struct.unpack('!HI', b'\x01\x02\x00\x00\x00\x05'), struct.calcsize('ihq'), struct.pack('5s3x', b'ab'))
print(list(struct.iter_unpack('<H', b'\x01\x00\x02\x00')), struct.unpack_from('B', b'abc', 1), struct.pack('<Qf', 2 ** 63, 0.5), struct.calcsize('<ihq'))
for name in ('md5', 'sha1', 'sha256', 'sha512', 'blake2b', 'sha3_256'):
    print(name, hashlib.new(name, b'hello').hexdigest()[:32])
h = hashlib.sha256()
h.update(b'hel')
h.update(b'lo')
print(h.hexdigest() == hashlib.sha256(b'hello').hexdigest(), h.digest_size, h.name, hashlib.pbkdf2_hmac('sha256', b'p', b's', 10).hex()[:16])
print(hmac.new(b'key', b'message', 'sha256').hexdigest(), hmac.compare_digest(b'a', b'a'))
print(base64.b64encode(b'\xff\x00hi'), base64.b64decode('aGk='), base64.urlsafe_b64encode(b'\xfb\xff'), base64.b32encode(b'hi'), base64.b16encode(b'hi'))
print(binascii.hexlify(b'ab'), binascii.crc32(b'hello'), zlib.crc32(b'hello'), zlib.adler32(b'hello'), zlib.decompress(zlib.compress(b'x' * 100)) == b'x' * 100)
for action in (lambda: struct.pack('B', 256), lambda: struct.unpack('I', b'abc'), lambda: struct.pack('q'), lambda: base64.b64decode('a'), lambda: hashlib.new('nope'), lambda: hashlib.md5('text')):
    try:
        print(action())
    except (struct.error, ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(':')[0])
