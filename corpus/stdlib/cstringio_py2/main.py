# pymp: python=2
import cStringIO, sys
S = cStringIO.StringIO
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e), e
f = S('ab\ncd\n\nef')
t(f.read, 3); t(f.readline); t(f.readline); t(f.tell); t(f.readlines); t(f.read); t(f.readline); t(f.seek, 1); t(f.readline, 1); t(f.readline, 0); t(f.readline, -1); t(f.seek, -2, 2); t(f.read, None); t(f.read, -5); t(f.seek, 100); t(f.tell); t(f.read); t(f.readline); t(f.seek, -100); t(f.tell); t(f.seek, 1, 1); t(f.tell); t(f.seek, 0, 7); t(f.tell)
t(f.reset); t(list, f); f.reset(); t(f.readlines, 4); t(f.getvalue); t(f.getvalue, True); t(f.getvalue, 0); t(f.isatty); t(f.flush); f.seek(4); t(f.truncate); t(f.getvalue); t(f.tell); t(f.truncate, 2); t(f.getvalue); t(f.tell); t(f.truncate, 50); t(f.getvalue); t(f.tell); t(f.next); f.reset(); t(f.next); t(f.next); t(f.read, 1.5); t(f.read, 'x'); t(f.read, 1, 2); t(f.seek); t(f.seek, 'a'); t(f.closed); t(f.close); t(f.closed)
for n in ('read', 'readline', 'readlines', 'tell', 'reset', 'isatty', 'flush', 'getvalue', 'truncate', 'next', 'close'): t(getattr(f, n))
t(f.seek, 0); t(setattr, f, 'x', 1); t(setattr, f, 'softspace', 1)
o = S(); print >>o, 'a', 'b', ; print >>o, 3; t(o.getvalue); t(o.write, u'uni'); t(o.write, buffer('buf')); t(o.write, bytearray('ba')); t(o.write, None); t(o.write, u'\xe9'); t(o.getvalue); o.seek(2); t(o.write, 'XYZ'); t(o.getvalue); t(o.tell); t(o.read, 4); o.seek(40); o.write('end'); t(o.getvalue); t(o.seek, 60); t(o.getvalue); t(o.tell); t(o.getvalue, 1); o.seek(3); t(o.getvalue, 1); t(o.truncate); t(o.getvalue); t(o.tell); t(o.write, '!'); t(o.getvalue); t(o.truncate, 2); t(o.tell); t(o.getvalue); t(o.truncate, 10); t(o.getvalue); t(o.tell)
t(o.writelines, ['a', u'b', 'c']); t(o.getvalue); t(o.writelines, 'xyz'); t(o.writelines, 5); t(o.writelines, [5]); t(o.getvalue); t(o.softspace); o.softspace = 3; t(o.softspace); t(setattr, o, 'softspace', 'x'); o.reset(); t(list, o); t(o.closed); o.close(); t(o.write, 'x'); t(o.getvalue); t(o.softspace)
print S(buffer('xx')).read(), type(S()), type(S('')), cStringIO.InputType is type(S('')), cStringIO.OutputType is type(S()), isinstance(S(), cStringIO.InputType)
t(cStringIO.InputType); t(cStringIO.OutputType)
print S(u'abc').read(), S(bytearray('q')).getvalue(), cStringIO.__name__, S.__name__
t(S, None); t(S, s='q')
import csv; q = S('a,b\n1,2\n'); print list(csv.reader(q)); w = S(); csv.writer(w).writerow([1, 'x']); print repr(w.getvalue())
import cPickle; w = S(); cPickle.dump([1, 2], w); w.reset(); print cPickle.load(w)
sys.stdout = w2 = S(); print 'captured', 1; sys.stdout = sys.__stdout__; print repr(w2.getvalue())
