"""What ctypes offers without a library in C: pointers, addresses, strings, bit fields, the other order of bytes."""
import ctypes
from ctypes import *
class P(Structure): _fields_ = [('x', c_int), ('y', c_double), ('a', c_short * 3), ('p', POINTER(c_int)), ('s', c_char_p), ('w', c_wchar * 4)]
p = P(1, 2.5, (1, 2, 3)); print(p.x, p.y, list(p.a), bool(p.p), p.s, repr(p.w), sizeof(P), P._fields_[0], alignment(P))
i = c_int(9); p.p = pointer(i); p.s = b'text'; p.w = 'wide'; print(p.p.contents, p.s, p.w); i.value = 10; print(p.p[0])
del i
import gc; gc.collect(); print(p.p[0])
for f in (lambda: setattr(p, 'p', 5), lambda: setattr(p, 'p', c_int(1)), lambda: POINTER(c_int)(5), lambda: pointer(5), lambda: byref(5), lambda: POINTER(5), lambda: cast(5.5, c_void_p), lambda: cast(p, c_int), lambda: P.from_buffer(b'x' * 100), lambda: P.from_buffer_copy(b'x'), lambda: sizeof(5), lambda: addressof(5), lambda: pointer(c_int(1))['x'], lambda: pointer(c_int(1))[:], lambda: p.nope, lambda: setattr(p, 'x', 'a'), lambda: c_int(1, 2), lambda: (c_int * 2)(1, 2, 3), lambda: POINTER(c_int)().contents, lambda: c_char_p(5.5), lambda: type('B', (Structure,), {'_fields_': [('x', c_double, 3)]}), lambda: type('B', (Structure,), {'_fields_': [('x', c_int, 33)]}), lambda: type('B', (Structure,), {'_fields_': [('x', int)]}), lambda: create_string_buffer('abc'), lambda: create_unicode_buffer(b'abc')):
    try: print('none', f())
    except Exception as e: print(type(e).__name__, e)
a = (c_int * 4)(*range(4)); q = cast(a, POINTER(c_int)); q[1] = 50; print(a[:], q[0:4:2], q[:2], cast(q, c_void_p).value == addressof(a))
v = c_void_p(addressof(a)); print(cast(v, POINTER(c_int))[1], c_int.from_address(addressof(a) + 4).value)
s = create_string_buffer(b'hello world'); c = cast(s, c_char_p); print(c.value, cast(s, POINTER(c_char))[:5], cast(s, POINTER(c_char))[4]); print(string_at(c), string_at(b'abc', 2), wstring_at(create_unicode_buffer('uni')))
class U(Union): _fields_ = [('i', c_uint32), ('b', c_ubyte * 4), ('f', c_float)]
u = U(i=0x3f800000); print(u.f, list(u.b), U(1).i)
class Bits(Structure): _fields_ = [('a', c_int, 3), ('b', c_int, 5), ('c', c_uint, 24), ('d', c_ulonglong, 40)]
b = Bits(-1, 7, 12345, 1 << 39); print(b.a, b.b, b.c, b.d, sizeof(b), bytes(b).hex()); b.a = 5; print(b.a, Bits.c.size, Bits.c.offset, Bits.c)
class BE(BigEndianStructure): _pack_ = 1; _fields_ = [('m', c_uint16), ('n', c_int32), ('f', c_double)]
e = BE(0x102, -2, 1.5); print(bytes(e).hex(), e.m, e.n, e.f, sizeof(BE), BE.__mro__[1].__name__)
class Lst(Structure): pass
PL = POINTER(Lst); Lst._fields_ = [('v', c_int), ('nx', PL)]
def build(n):
    head = PL()
    for k in range(n): head = pointer(Lst(k, head))
    return head
h = build(4)
while h: print(h.contents.v, end=' '); h = h.contents.nx
print()
m = memoryview(a); print(m.nbytes, bytes(bytearray(c_int(1)))); x = (POINTER(c_int) * 2)(); x[0] = pointer(c_int(3)); print(x[0].contents.value, bool(x[1]))
def swap(x, y): x[0], y[0] = y[0], x[0]
n, k = c_int(1), c_int(2); swap(pointer(n), pointer(k)); print(n, k); pp = pointer(pointer(n)); pp[0][0] = 77; print(n.value, pp.contents.contents)
memset(addressof(n), 0, 4); print(n); r = byref(n); print(type(r).__name__, r._obj is n); print(ctypes.ARRAY(c_int, 2), c_int * 2, (c_int * 2).__name__, POINTER(P), POINTER(c_char), POINTER(None))
z = (c_char * 5)(b'a', b'b'); print(z.value, z.raw, len(z)); g = (P * 2)(); g[1].x = 4; print(g[1].x, [t.x for t in g])
mat = ((c_int * 2) * 2)((1, 2), (3, 4)); print([list(t) for t in mat], mat[1][0])
