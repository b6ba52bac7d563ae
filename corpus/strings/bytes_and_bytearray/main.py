"""bytes, bytearray and memoryview in Python 3."""
data = b'hello\x00\xff'
print(data, len(data), data[0], data[1:4], data[-1], list(b'abc'), b'b' in b'abc', 98 in b'abc')
print(data.upper(), b'a,b'.split(b','), b'-'.join([b'x', b'y']), b'abc'.replace(b'b', b'BB'), b' x '.strip(), b'abc'.find(b'c'))
print(data.hex(), bytes.fromhex('48 69'), b'%d %s' % (5, b'x'), b'abc' == bytearray(b'abc'), b'a' + bytearray(b'b'))
buffer = bytearray(b'mutable')
buffer[0] = ord('M')
buffer[1:3] = b'UT'
buffer.append(33)
buffer.extend(b'??')
del buffer[-1]
print(buffer, buffer.pop(), buffer.decode(), bytes(buffer))
view = memoryview(buffer)
view[0:2] = b'zz'
print(buffer, view[2:4].tobytes(), len(view), view.readonly, memoryview(b'x').readonly)
print(int.from_bytes(b'\x01\x00', 'big'), int.from_bytes(b'\xff', 'little', signed=True), (1000).to_bytes(2, 'big'), (5).bit_length())
for action in (lambda: b'a' + 'b', lambda: b'abc'.index(b'z'), lambda: bytes([300]), lambda: bytes('x'), lambda: 'a' in b'abc', lambda: b'x'.join(['a'])):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print({b'k': 1}[b'k'], hash(b'a') == hash(bytes(bytearray(b'a'))), b'\\n\n\t\'"', b"it's")
every = bytes(range(256))
for kind in (bytes, bytearray):
    print(kind(every).upper()[60:130], kind(every).lower()[60:130], kind(every).upper()[128:] == every[128:], type(kind(b'a').lower()).__name__)
    print(kind(every * 9).translate(every[::-1])[:5], kind(b'abc').translate(every, b'b'), kind(b'abc').translate(None, b'c'), kind(b'').translate(every))
