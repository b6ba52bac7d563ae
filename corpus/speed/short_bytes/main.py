# The short ways of bytes: in-place sums, lines of BytesIO, stripping, templates.
import io
b=bytearray(b"abc"); c=b
try: b+=b
except BufferError as e: print(e)
b.extend(b); b[1:1]=b; empty=bytearray(); empty+=empty; print(empty)
b+=b"tail"; print(b, c is b)
with memoryview(b):
    try: b+=b"x"
    except BufferError as e: print(e)
b+=memoryview(b"xyz"); print(b)
class L(list):
    def __iadd__(self, o): return "own"
l=L(); l+=[1]; print(l); x=[1]; y=x; x+=x; x+=(2,); x+=L([5]); print(x, y is x)
class R:
    def __radd__(self, o): return "radd"
x=[1]
try: x+=R(); print(x)
except TypeError as e: print(e)
class BA(bytearray):
    def __iadd__(self,o): return "ba"
q=BA(b"1"); q+=b"2"; print(q)
f=io.BytesIO(b"a\n"+b"b"*200+b"\nc"); print([len(l) for l in f], f.read(3)); f.seek(500); print(f.readline(), f.read(2), f.tell()); f.write(b"x"); print(len(f.getvalue()))
f=io.BytesIO(b"ab\ncd"); print(f.readline(1), f.readline(0), f.readline(-1), f.readline(100)); f.truncate(1); f.seek(0); print(f.readline())
f=io.BytesIO(); f.write(b"l1\nl2\nmore"); f.seek(0); f.truncate(4); print(f.readlines())
print(b" \t\n\x0b\x0c\r a \x85".strip(), bytearray(b"  x ").lstrip(), b"".strip(), b"   ".rstrip(), b" x ".rstrip(), type(bytearray(b" ").strip()))
class B(bytes): pass
print(b"%d %s|%5d|%-5s|%s" % (5, b"q", 7, b"\xff", B(b"sub")), type(B(b" a ").strip()))
for a in (b"%s", 5), (b"%s","x"), (b"%d","x"), (b"%d",(1,2)), (b"%d",True),(b"%d",1.5),(b"%5.1f",2.25),(b"%s",None),(b"%d",2**70):
    try: print(a[0] % a[1])
    except Exception as e: print(type(e).__name__, e)
print(b"0123456789"[2:5], b"x"*100 == (b"x"*200)[50:150], bytes(range(256))[10:200][5])
try: bytes.strip("a")
except TypeError as e: print(e)
