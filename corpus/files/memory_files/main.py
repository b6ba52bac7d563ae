# pymp: mask=address
"""BytesIO, StringIO, and the layers of io over raw files written in Python."""
import io

def t(name, f):
    try:
        print(name, repr(f()))
    except Exception as e:
        print(name, type(e).__name__, str(e))

b=io.BytesIO(b'line1\nline2\nline3')
print(b.read(3), b.readline(), b.readlines(), b.read(), b.tell(), b.seek(0), b.getvalue())
print(b.write(b'XX'), b.getvalue(), b.tell(), b.seek(20), b.write(b'end'), b.getvalue(), b.truncate(4), b.tell(), b.getvalue())
print(b.seek(-2,2), b.read(), b.seek(0), b.seek(2,1), b.readinto(bytearray(5)))
t('a',lambda: b.seek(-1)); t('b',lambda: b.seek(0,5)); t('c',lambda: b.seek(-100,1)); t('d',lambda: b.write('x')); t('e',lambda: b.truncate(-1)); t('f',lambda: b.fileno()); t('g',lambda: b.read('x')); t('h',lambda: io.BytesIO('x')); t('i',lambda: b.detach()); t('j',lambda:b.isatty()); t('k',lambda:(b.readable(),b.writable(),b.seekable(),b.closed)); t('l', lambda:io.BytesIO(initial_bytes=b'q').read1()); t('m',lambda:b.writelines([b'a',b'b'])); t('nb',lambda:bytes(b.getbuffer())); 
m=b.getbuffer(); m[0]=65; print(b.getvalue()); m.release(); 
print([x for x in io.BytesIO(b'a\nb\nc')], next(io.BytesIO(b'q\n')), io.BytesIO(b'abc').readline(2), io.BytesIO(b'a\nb').readlines(1))
t('p',lambda: next(io.BytesIO()))
print(b.__getstate__(), b.seek(0), b.close(), b.close(), b.closed)
for n in 'read readline getvalue tell seek truncate write flush isatty readable getbuffer __iter__ __next__ __enter__ readinto writelines'.split(): t(n, lambda: getattr(b,n)(*({'write':[b''],'seek':[0],'readinto':[bytearray()],'writelines':[[]]}.get(n,[]))))
print(repr(b)[:24])
s=io.StringIO('héllo\nwörld\n\U0001F600x')
print(s.read(2), s.readline(), s.readlines(), s.tell(), s.seek(0), s.getvalue(), s.newlines, s.line_buffering)
print(s.seek(0,2), s.write('end'), s.getvalue(), s.seek(2), s.write('ZZ'), s.getvalue(), s.tell(), s.truncate(3), s.getvalue(), s.tell())
print(s.seek(6), s.write('q'), repr(s.getvalue()))
t('a',lambda: s.write(5)); t('b',lambda: s.seek(-1)); t('c',lambda: s.seek(1,1)); t('d',lambda: s.seek(1,2)); t('e',lambda: s.seek(0,5)); t('f',lambda: s.truncate(-1)); t('g',lambda: io.StringIO(5)); t('h',lambda: io.StringIO('a',newline='q')); t('i',lambda: s.fileno()); t('j',lambda: s.detach()); t('k',lambda: io.StringIO('a',newline=5)); t('l',lambda: s.read('x')); t('m',lambda: s.encoding); t('n',lambda: s.errors); t('o',lambda: s.isatty()); t('p', lambda: s.name)
for nl in (None,'','\n','\r','\r\n'):
    s=io.StringIO('a\nb\rc\r\nd', newline=nl); print(repr(nl), repr(s.getvalue()), s.readlines(), s.newlines); s=io.StringIO(newline=nl); print(s.write('x\ny\r\nz\r'), repr(s.getvalue()), s.seek(0), repr(s.readline()), s.newlines)
s=io.StringIO(); print('hi', 5, file=s); print(repr(s.getvalue())); s.close(); s.close()
for n in 'read readline getvalue tell seek truncate write flush isatty readable __iter__ __next__ __enter__ writelines closed newlines line_buffering'.split():
  t(n, lambda: getattr(s,n)(*({'write':[''],'seek':[0],'readinto':[bytearray()],'writelines':[[]]}.get(n,[]))))
print(io.StringIO('abc').readline(2), list(io.StringIO('a\nb')), io.StringIO('abc').read(-1), io.StringIO('x').__getstate__(), repr(io.StringIO())[:22])
d=io.IncrementalNewlineDecoder(None, translate=True); print(d.decode('a\r'), repr(d.decode('\nb\r\n')), d.newlines, d.getstate(), d.decode('',final=True), d.reset(), d.newlines)
d=io.IncrementalNewlineDecoder(None, False); print(repr(d.decode('a\r')), repr(d.decode('\nb\r\nc\n')), d.newlines, d.setstate((b'',1)), d.getstate(), repr(d.decode('x')))
class R(io.RawIOBase):
    def __init__(s,data): s.d=data; s.p=0
    def readable(s): return True
    def readinto(s,b):
        n=min(len(b),3,len(s.d)-s.p); b[:n]=s.d[s.p:s.p+n]; s.p+=n; return n
print(R(b'abcdefgh').read(4), R(b'abcdefgh').read(), R(b'abcdefgh').readall(), R(b'ab\ncd').readline(), list(R(b'ab\ncd\n')))
br=io.BufferedReader(R(b'hello\nworld\nfoo')); print(br.readline(), br.peek(), br.read(4), br.read1(), br.read(), br.read())
tw=io.TextIOWrapper(io.BufferedReader(R('hé\nwö\nfoo'.encode())),encoding='utf-8'); print(tw.readline(), tw.read(2), tw.read(), tw)
class W(io.RawIOBase):
    def __init__(s): s.out=[]
    def writable(s): return True
    def write(s,b): s.out.append(bytes(b)); return len(b)
w=W(); bw=io.BufferedWriter(w,8); print(bw.write(b'abc'), w.out, bw.write(b'defghi'), w.out, bw.write(b'x'*20), w.out, bw.flush(), w.out); bw.close(); print(w.closed)
w=W(); tx=io.TextIOWrapper(io.BufferedWriter(w), encoding='utf-8', line_buffering=True); tx.write('abc'); print(w.out); tx.write('d\nef'); print(w.out); tx.flush(); print(w.out); tx.close(); print(w.closed, tx.closed)
p=io.BufferedRWPair(R(b'abc'), W()); print(p.read(2), p.write(b'x'), p.readable(), p.writable(), p.closed, p.close(), p.closed)
class B(io.BufferedIOBase): pass
t('B',lambda: B().read()); t('B',lambda: B().write(b'')); t('B',lambda:B().detach()); t('B',lambda:B().seek(0)); t('B',lambda: B().fileno()); t('B',lambda: B().tell()); t('B',lambda:B().readline())
class T(io.TextIOBase): pass
t('T',lambda: T().read()); t('T',lambda: T().encoding); t('T',lambda: (T().readable(), T().isatty(), T().closed))
class X(io.IOBase): pass
with X() as x: print(x.closed)
print(x.closed); t('X',lambda: x.flush()); t('X',lambda:x.seekable()); t('X',lambda:x.__enter__()); t('X',lambda: X()._checkReadable()); t('X',lambda: X().readline()); t('X',lambda: X().foo)
print(isinstance(io.StringIO(), io.TextIOBase), isinstance(open('/dev/null','rb'), io.BufferedIOBase), isinstance(open('/dev/null'), io.IOBase), issubclass(io.FileIO, io.RawIOBase), io.DEFAULT_BUFFER_SIZE, io.SEEK_END, io.open is open, io.UnsupportedOperation.__mro__)
class SubS(io.StringIO):
    def write(self, s): return super().write(s.upper())
q=SubS(); print('abc', file=q); print(q.getvalue())
import copy, pickle
t('pk', lambda: pickle.dumps(open('/dev/null')))
