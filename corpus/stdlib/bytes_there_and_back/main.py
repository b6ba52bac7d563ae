# pymp: python=3
"""Digits of bytes, base64, BLAKE2, zlib and repeated arrays: of no, few and many bytes, and of what is none."""
import array
import base64
import binascii
import hashlib
import struct
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
every = bytes(range(256))
for n in (0, 1, 63, 64, 65, 66, 67, 68, 255, 256, 1000):
    some = (every[60:] + every[:60] + every * 3)[:n]
    print(n, binascii.crc32(some.upper()), binascii.crc32(some.lower()), binascii.crc32(bytearray(some).upper()), some.upper() == bytes(b - 32 if 97 <= b <= 122 else b for b in some))
for count in (0, 1, 2, 200):
    print(struct.unpack('<%dbH%dBx%dc' % (count, count, count), every[256 - count:] + b'\1\2' + every[256 - count:] + b'\0' + every[:count]))


def halves(data, **options):
    """Two streams at once, each given its input in parts."""
    one, two = zlib.compressobj(**options), zlib.compressobj(**options)
    packed = [one.compress(data[:50]), two.compress(data[:20])]
    packed[0] += one.compress(data[50:]) + one.flush(zlib.Z_SYNC_FLUSH) + one.compress(b'end') + one.flush()
    packed[1] += two.compress(data[20:]) + two.flush()
    print([attempt(action)[:9] for action in (lambda: one.compress(b'more'), one.flush, lambda: one.flush(zlib.Z_NO_FLUSH))])
    return packed


for size in (10, 3000, 200000):
    source = bytes((i * 7919 >> 3) & 255 for i in range(size))
    for options in ({}, {'level': 1}, {'level': 9, 'wbits': -15}, {'wbits': 31}, {'zdict': source[:30]}, {'memLevel': 3, 'strategy': 2, 'wbits': -9}):
        wbits = options.get('wbits', 15)
        given = {'zdict': options['zdict']} if 'zdict' in options else {}
        first, second = halves(source, **options)
        one, two = zlib.decompressobj(wbits, **given), zlib.decompressobj(wbits, **given)
        opened = one.decompress(first[:9]) + one.decompress(first[9:] + b'left', 100)
        print(len(opened), one.eof, one.unused_data, len(one.unconsumed_tail) > 0)
        opened += one.decompress(one.unconsumed_tail)
        print(opened == source + b'end', one.eof, one.unused_data, one.unconsumed_tail, one.decompress(b'x'), one.unused_data, one.flush())
        print(attempt(two.decompress, b'\xff\xff\xff'), two.eof)
        again = zlib.decompressobj(wbits, **given)
        print(again.decompress(second) == source, again.eof, again.unused_data, again.flush())
        print([len(zlib.decompressobj(wbits, **given).decompress(second[:-1])) > 0, attempt(zlib.decompress, second[:-1], wbits)])
hashes = hashlib.blake2s(), hashlib.blake2b(digest_size=64)
for i in range(300):
    for h in hashes:
        h.update(b'x' * i)
    if i % 99 == 0:
        print([(h.hexdigest()[:12], h.digest_size, h.block_size, h.copy().digest()[:3]) for h in hashes])
