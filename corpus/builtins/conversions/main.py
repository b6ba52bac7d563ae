"""int, float, str, bool, bytes, chr, ord, hex, round: what they take and what they refuse."""
print(int('42'), int(' -17 '), int('ff', 16), int('0b101', 0), int('1_000'), int(3.99), int(-3.99), int(True))
print(float('1e3'), float(' inf '), float('-nan'), float('.5'), float('1_0.5'))
print(bool(''), bool('0'), bool([]), bool([0]), bool(0.0), bool(None))
print(chr(97), chr(0x1F600), ord('€'), hex(255), oct(8), bin(5), hex(-1))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.0), round(5.015, 2))
print(str(1.0), str(1e16), str(1e-5), str(123456789.123), str(0.1 + 0.2), repr(1e22), 1e21 + 1)
print(list('abc'), tuple([1]), set('aa'), list({'k': 1}), bytes([65, 66]), bytes(3), str(b'x', 'ascii'))
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(3, -1, 7), abs(-3), abs(3 + 4j))
print(ascii('é\n'), repr('it\'s'), repr("a\"b'c"), repr('\t\x00\x7f\xa0é'))
print(format(3.14159, '.2f'), format(42, '>6'), format('x', '^5'), isinstance(True, int), type(1 / 1))
for action in (
    lambda: int('4.5'),
    lambda: int(''),
    lambda: int('z', 36) and int('z', 35),
    lambda: int(None),
    lambda: int([]),
    lambda: float('abc'),
    lambda: chr(-1),
    lambda: ord('ab'),
    lambda: int('1', 99),
    lambda: round('x'),
    lambda: '5' + 5,
    lambda: 5 + '5',
    lambda: [] + (),
    lambda: -'x',
    lambda: len(5),
    lambda: abs('x'),
    lambda: int(float('nan')),
    lambda: int(float('inf')),
    lambda: bytes([256]),
    lambda: hash([]),
    lambda: iter(5),
    lambda: 5[0],
    lambda: 'abc'['a'],
    lambda: [1][1.0],
    lambda: 5 in 6,
):
    try:
        print(action())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
