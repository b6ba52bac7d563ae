# pymp: python=3
"""Digits of bytes, base64, BLAKE2, zlib and repeated arrays: of no, few and many bytes, and of what is none."""
import array
import base64
import binascii
import hashlib
import zlib


def attempt(action, *args, **kwargs):
    try:
        return action(*args, **kwargs)
    except Exception as error:
        return '%s: %s' % (type(error).__name__, error)


for n in (0, 1, 5, 64, 127, 128, 129, 256, 5000, 70000):
    for source in (b'a' * n, bytes((i * 7919 >> 3) & 255 for i in range(n))):
        packed = zlib.compress(source)
        assert zlib.decompress(packed) == source and all(zlib.decompress(zlib.compress(source, level)) == source for level in (0, 1, 9))
        for broken in (packed[:-1], b'q' + packed, packed[:3]):
            print(attempt(zlib.decompress, broken), end=' ')
        print(len(zlib.decompress(packed + b'more')), zlib.decompress(packed) == source, zlib.decompress(zlib.compress(source, wbits=-15), -15) == source)
        for options in ({}, {'key': b'k' * 20}, {'salt': b'ab', 'person': b'cd'}, {'digest_size': 20},
                        {'last_node': True, 'node_depth': 3, 'inner_size': 4, 'fanout': 2, 'depth': 2, 'leaf_size': 99, 'node_offset': 2 ** 40 + 77}):
            print(hashlib.blake2b(source, **options).hexdigest(), hashlib.blake2s(source, **options).hexdigest())
        digits = binascii.hexlify(source)
        assert binascii.unhexlify(digits) == source == binascii.unhexlify(digits.upper()) == bytes.fromhex(source.hex()) == bytes.fromhex(memoryview(source).hex())
        assert base64.b64decode(base64.b64encode(source)) == source and bytearray(source).hex().encode() == digits
parts = hashlib.blake2b(b'one')
other = parts.copy()
parts.update(b'two' * 100)
print(parts.hexdigest() == hashlib.blake2b(b'one' + b'two' * 100).hexdigest(), other.hexdigest() == hashlib.blake2b(b'one').hexdigest())
print(b'\x01\xab'.hex('-'), b'\x01\xab\xcd'.hex(':', 2), binascii.hexlify(b'\x01\xab', '-'), b'\x01'.hex(bytes_per_sep=1))
for bad in (b'0', b'0g', b'g0', b'0/', 'zz', b'\xff0', b'00 0'):
    print(bad, attempt(binascii.unhexlify, bad))
for text in (b'AAAA', b'AA==', b'AAA=', b'A', b'AA', b'AA=A', b'AAAAA', b'AA A\nA', b'AAAA====', b'AAA=AAAA', b'=AAA', b'AAAAAAA\xff', b'AA\xe9AA', b'____', b'AAAABBBB=CCC'):
    print(text, [attempt(binascii.a2b_base64, text, strict_mode=strict) for strict in (False, True)])
for code in 'bBhHiIlLqQfd':
    numbers = array.array(code, [1, 2, 3])
    print(numbers * 4, numbers * 0, numbers * -1, 2 * numbers[:1], numbers[:0] * 5, len(numbers * 1000), (numbers * 1000)[-4:])
    numbers *= 3
    numbers.frombytes(memoryview(numbers)[:2].tobytes())
    print(numbers, attempt(array.array('B').frombytes, numbers) if code in 'hid' else None)
letters = array.array('B', b'abc')
print(attempt(letters.frombytes, letters), letters, attempt(letters.frombytes, letters[:0]), attempt(letters.frombytes, letters[:2]), letters)
print(b'ab' * 5, b'ab' * 0, b'ab' * -1, b'a' * 3, bytearray(b'xyz') * 7, b'' * 9, len(b'abc' * 12345))
