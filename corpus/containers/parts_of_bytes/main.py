# pymp: python=3
"""Calls with any number of arguments, bytes that are split, joined, reversed and translated, texts translated, comparisons."""
import math, os, itertools
print(math.gcd(), math.gcd(12), math.gcd(12, 18), math.gcd(12, 18, 8), math.gcd(12, 18, 8, 2, 4), math.lcm(2, 3), math.hypot(3.0, 4.0))
print(os.path.join('a'), os.path.join('a', 'b', 'c'), list(itertools.chain()), list(itertools.chain('ab')), list(itertools.chain('ab', 'c')), {1}.union(), {1}.union([2]), {1}.union([2], [3]), {1}.union([2], [3], [4]), set().union([2], [3], [4], [5]))
try: math.gcd(1.5, 2)
except TypeError as e: print(e)
try: set.union()
except TypeError as e: print(e)
try: set.union([])
except TypeError as e: print(e)
s = bytes(range(256)) * 3
print(s.translate(None, b'abc') == bytes(x for x in s if x not in b'abc'), s.translate(bytes(reversed(range(256))), bytes(range(0, 256, 3)))[:40], b''.translate(None), s[::-1][:5], s[200:10:-1][-3:], s[::-3][:4], b'ab'[:-5:-1], b'a,b,,c'.split(b','), b'a,b,,c'.split(b',', 1), b'a,b,,c'.split(b',', 0), b''.split(b','), b','.split(b','), bytearray(b'xay').split(b'a'), b'a--b-c'.split(b'--'), b','.join([]), b','.join([b'a']), b','.join((b'a' * 70, bytearray(b'b'), memoryview(b'c'))), b'abc' + b'd' * 70)
t = ''.join(map(chr, range(300))) * 2
print(t.translate({i: chr(i + 1) for i in range(0, 299, 7)}) == ''.join(chr(ord(c) + 1) if ord(c) < 299 and ord(c) % 7 == 0 else c for c in t))
u = ''.join(map(chr, range(256))) * 2
print(u.translate({65: None, 200: 'é€', 66: 'xyz', 67: 300})[60:90], len(u.translate({65: None, 200: 'é€', 66: 'xyz', 67: 0x1f600})), (u + '\U0001f600').translate({0x1f600: 'q', 65: '!'})[-3:])
print(1.5 < 2, (1 < 2.5), 1.5 == True, float('nan') == float('nan'), {1} <= {1, 2}, frozenset([1]) < {1}, {1} >= {1}, {1} > {1}, {1} != {2}, b'a' < b'b', None == None, [1.0] < [2.0])
class FF(float): pass
print(FF(1) < FF(2), FF(1) == FF(1.0), FF(2) >= FF(3), FF(1) < 2)
