# pymp: python=2
import marshal

for value in [1, 2L, -5L, 0L, 2 ** 40, -2 ** 62, 2 ** 70, [3L, {4L: (5L, 6)}], buffer('abc'), bytearray('xy'), set([1L])]:
    data = marshal.dumps(value)
    print repr(data), repr(marshal.loads(data))
print marshal.version
print repr(buffer('abc'))[:24], repr(buffer(u'abc', 1))[:24]
try:
    marshal.dumps(object())
except ValueError, e:
    print e
