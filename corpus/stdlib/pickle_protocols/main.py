"""Opcodes, protocols and errors of pickle and its Pickler and Unpickler."""
import pickle, io, pickletools, sys
for n in (0,1,2,999,1000,1001,2000,2001):
    for p in (1,4):
        s=pickle.dumps(list(range(n)),p); ops=[o[0].name for o in pickletools.genops(s)]
        d=pickle.dumps(dict.fromkeys(range(n)),p); dops=[o[0].name for o in pickletools.genops(d)]
        print(n,p,ops[-5:],[ (k,ops.count(k)) for k in('MARK','APPENDS','APPEND')],dops[-5:],[ (k,dops.count(k)) for k in('MARK','SETITEMS','SETITEM')])
class L(list): pass
for n in (0,1,2,1000,1001):
    s=pickle.dumps(L(range(n)),4); ops=[o[0].name for o in pickletools.genops(s)]; print(n, ops[-4:], ops.count('APPENDS'))
def t(f):
    try: r=f(); print(type(r), r)
    except Exception as e: print(type(e), e)
P=pickle.Pickler; U=pickle.Unpickler
t(lambda: P()); t(lambda: P(3)); t(lambda: P(io.BytesIO(), 9)); t(lambda: P(io.BytesIO(), -1).bin); t(lambda: P(io.BytesIO(), 0).bin); t(lambda: U()); t(lambda: U(3)); t(lambda: U(io.BytesIO()).load())
t(lambda: pickle.loads(3)); t(lambda: pickle.loads('abc')); t(lambda: pickle.dumps(1, 7)); t(lambda: pickle.dump(1)); t(lambda: pickle.dump(1, 3)); t(lambda: pickle.load(3))
t(lambda: pickle.dumps(1, buffer_callback=lambda b:0)); t(lambda: pickle.dumps(pickle.PickleBuffer(b'a'),4)); t(lambda: pickle.dumps(pickle.PickleBuffer(b'a'),5)); t(lambda: pickle.dumps(pickle.PickleBuffer(bytearray(b'a')),5))
t(lambda: pickle.loads(b'\x80\x02U\x03abcq\x00.')); t(lambda: pickle.loads(b'\x80\x02U\x03ab\xe9q\x00.')); t(lambda: pickle.loads(b'\x80\x02U\x03ab\xe9q\x00.', encoding='bytes')); t(lambda: pickle.loads(b'\x80\x02U\x03ab\xe9q\x00.', encoding='latin1'))
class PP(pickle.Pickler):
    def persistent_id(self, o): return 'pid' if o == 5 else None
f=io.BytesIO(); PP(f,0).dump([5,6]); print(f.getvalue())
f=io.BytesIO(); PP(f,2).dump([5,6]); print(f.getvalue())
class UU(pickle.Unpickler):
    def persistent_load(self, i): return ('P', i)
t(lambda: UU(io.BytesIO(f.getvalue())).load())
class UF(pickle.Unpickler):
    def find_class(self, m, n): raise pickle.UnpicklingError('no %s.%s' % (m,n))
t(lambda: UF(io.BytesIO(pickle.dumps(len))).load())
t(lambda: pickle.dumps('a\n\\\x1a\x00é中😀\ud800',0)); t(lambda: pickle.dumps('é中😀\ud800',4)); t(lambda: pickle.dumps(b'\xe9a',2)); t(lambda: pickle.dumps(b'',2)); t(lambda: pickle.dumps(bytearray(b'ab'),2)); t(lambda: pickle.dumps({1,2},2)); t(lambda: pickle.dumps(len,2)); t(lambda: pickle.dumps(range(3),2)); t(lambda: pickle.dumps(range(3),3)); t(lambda: pickle.dumps(type(None),2)); t(lambda: pickle.dumps(ValueError('a'),0)); t(lambda: pickle.dumps(1.5,0)); t(lambda: pickle.dumps(10**20,0)); t(lambda: pickle.dumps(True,0)); t(lambda: pickle.dumps((),0)); t(lambda: pickle.dumps([],0)); t(lambda: pickle.dumps({},0)); t(lambda: pickle.dumps((1,2,3,4),1)); t(lambda: pickle.dumps(print,0)); t(lambda: pickle.dumps(str.upper,4)); t(lambda: pickle.dumps('abc'.upper,2)); t(lambda: pickle.dumps(-129,2)); t(lambda: pickle.dumps(2**31,2)); t(lambda: pickle.dumps(-2**31,2)); t(lambda: pickle.dumps(2**2048,2)); 
t(lambda: pickle.dumps(1+2j,2)); t(lambda: pickle.dumps(slice(1,2),2)); t(lambda: pickle.dumps(...,2)); t(lambda: pickle.dumps(NotImplemented,2))
