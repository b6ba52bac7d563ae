/** Templates of bytes, bytearrays and memoryviews, and of texts encoded and decoded. */
const BYTES = "«b''¦b'ab'¦b'a b,c'¦b'Spam'¦b'12'¦bytearray(b'xyz')¦bytearray()¦b'aXbX'¦b' p '»";
const PART = "«b'a'¦b''¦b'X'¦b','¦bytearray(b'b')¦65¦97¦'a'¦None¦b'ab'»";
const METHODS = `«find(${PART})¦index(${PART})¦count(${PART})¦rfind(${PART}, $n)¦replace(${PART}, ${PART})¦split(${PART})¦split()¦rsplit(${PART}, 1)¦join([${PART}, ${PART}])¦strip(${PART})¦upper()¦title()¦swapcase()¦capitalize()¦startswith(${PART})¦endswith((${PART}, ${PART}))¦partition(${PART})¦center($n)¦ljust(6, ${PART})¦zfill($n)¦expandtabs()¦isalpha()¦isdigit()¦splitlines()¦translate(None, ${PART})¦decode('«ascii¦utf-8¦nope¦latin-1»')»`;

export const BYTES_3 = [
  `
* print(${BYTES}.${METHODS})
* print(${BYTES} «+¦*¦==¦<¦in¦%» «${PART}¦$n¦(1,)»)
* print(${BYTES}[«$n¦$n:$n¦::-1¦:¦'a'»])
`,
  `
* print(«bytes¦bytearray»(«$n¦$list¦$str¦b'ab'¦range(3)¦[256]¦'é', 'utf-8'¦'é', 'ascii'¦'é', 'ascii', 'replace'¦None¦(1, 2)¦x=1¦b'a', 'utf-8'»))
* print(b'«%d¦%5.2f¦%s¦%r¦%a¦%b¦%c¦%x¦%%¦%08d¦%-5s|» ' % («$int¦$float¦b'q'¦'s'¦65¦$any»,))
* print(«b'ab'.hex()¦b'abc'.hex('-', «1¦2¦-2»)¦bytes.fromhex(«'61 62'¦'6'¦'zz'»)¦int.from_bytes(b'\\xff\\x01', «'big'¦'little'¦'no'», signed=«True¦False»)¦$int.to_bytes(«2¦9¦0», 'big'«¦, signed=True»)»)
`,
  `
a = bytearray(b'«abc¦hello¦»')
* «a[$n:$n] = «b'XY'¦[1, 2]¦'s'¦5¦a»¦a[$n] = «65¦256¦'a'¦b'a'»¦del a[$n]¦a.append(«66¦300¦'a'»)¦a.extend(«b'z'¦[1]¦'s'»)¦print(a.pop($n))¦a.insert($n, 67)¦a.remove(97)¦a.reverse()¦a += «b'+'¦'s'»¦a *= $n¦del a[::2]¦a[::2] = b'..'¦print(a.«find¦count»(97))»
print(a, len(a))
`,
  `
a = memoryview(«b'abcdef'¦bytearray(b'abcdef')»)
* «print(bytes(a[$n:$n]))¦print(a[$n])¦a[$n] = «65¦300»¦a[1:3] = b'zz'¦print(a == b'abcdef')¦print(a.tolist()[:3], a.nbytes, a.readonly)¦print(bytes(a.cast('«B¦H¦b»')[:2]))¦print(len(a[::2]), a[::-1].tobytes())¦a.release()¦print(a.format, a.shape, a.strides)¦print(hash(a) == hash(b'abcdef'))»
`,
  `
* print(«$str¦'\\xe9\\u20ac'¦'\\ud800'¦'\\U0001f600x'».encode('«ascii¦utf-8¦utf-16-le¦latin-1¦utf-7¦idna¦punycode¦cp1252¦unicode_escape»'«¦, 'ignore'¦, 'replace'¦, 'xmlcharrefreplace'¦, 'backslashreplace'¦, 'surrogateescape'¦, 'namereplace'»))
* print(«b'\\xff'¦b'\\xc3\\xa9'¦b'a\\x80b'¦b'\\xe2\\x82'¦b'+AOk-'».decode('«ascii¦utf-8¦utf-16¦latin-1¦utf-7¦cp1252»'«¦, 'ignore'¦, 'replace'¦, 'backslashreplace'¦, 'surrogateescape'») .encode('utf-8', 'surrogatepass'))
`,
];
