# pymp: python=2 mask=address
# pickletools of Python 2: opcodes one by one, shown, checked, and those that nobody needs left out.
import pickletools as p, pickle, sys, StringIO
class A:
    def __init__(s): s.x=1
class B(object): pass
b=B(); b.y=[b]
objs=[1,-1,2**40,10**400,True,None,'a\n\'b',u'\xe9\u20ac',1.5,[1,2,[3]],(),(1,),(1,2),(1,2,3),(1,2,3,4),{1:2,'a':{}},A(),b,sum,Exception('x'),'x'*300,u'y'*300,set([1]),complex(1,2)]
for proto in range(3):
    for o in objs:
        d=pickle.dumps(o,proto)
        p.dis(d)
        print repr(p.optimize(d))
    m={}
    f=StringIO.StringIO(); pk=pickle.Pickler(f,proto); pk.dump([1]); pk.dump(objs[9]); f.seek(0)
    p.dis(f,memo=m); p.dis(f,memo=m); print sorted(m)
for bad in ['', 'I1\n', 'x', 'I1\nI2\n.', '.', 'p0\n.', '(p0\n.','I1\np0\np0\n.','g0\n.','t.','S\'a\n.','Sa\n.','U\x05ab.','X\xff\xff\xff\xff.','L5\n.','I5L\n.','I1', 'J\x01', '(0.', '(I1\n00I1\n.','0.','a.','(1.','e.', '(K\x01e.', '\x8b\xff\xff\xff\xff.','Vabc','G123.', '(I1\nI2\n1N.', "(lp0\nI1\na(I2\ntp1\n0."]:
    try: p.dis(bad)
    except Exception, e: print repr(bad), type(e).__name__, e
    try: print repr(p.optimize(bad))
    except Exception, e: print repr(bad), type(e).__name__, e
for o in p.opcodes: print o.name, repr(o.code), o.arg and (o.arg.name, o.arg.n, o.arg.reader.__name__[:4]), o.stack_before, o.stack_after, o.proto
for o in p.opcodes: assert p.code2op[o.code] is o
p.dis(pickle.dumps([(1,[2])],0), indentlevel=2)
class F(object):
    def __init__(s,d): s.f=StringIO.StringIO(d)
    def read(s,n): return s.f.read(n)
    def readline(s): return s.f.readline()
p.dis(F(pickle.dumps([(1,[2])],0)))
try: p.dis(F('(I1\nx'))
except ValueError, e: print e
