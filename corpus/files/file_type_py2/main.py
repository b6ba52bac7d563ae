# pymp: python=2 mask=address
"""Python 2's file objects: modes, errors, reading in every way, universal newlines, raw_input."""
import sys


def t(name, f):
    try:
        shown = repr(f())
    except Exception as e:
        shown = "%s %s" % (type(e).__name__, e)
    print name, shown


t('nofile',lambda: open('/nonex'))
t('dir',lambda: open('/'))
t('mode',lambda: open('x','q'))
t('mode',lambda: open('x',''))
t('mode',lambda: open('x','Uw'))
t('mode',lambda: open('x','wq'))
t('mode',lambda: open('x','rw+'))
t('mode',lambda: open(5))
t('mode',lambda: open('x',5))
t('mode',lambda: open('x\0'))
t('mode',lambda: open('x','w','z'))
f=open('x','w'); print f, f.name, f.mode, f.closed, f.softspace, f.encoding, f.errors, f.newlines
t('r',lambda: f.read()); t('',lambda: f.readline()); t('',lambda: f.next()); t('',lambda: f.readlines()); t('',lambda: list(f)); t('', lambda: f.write(5)); t('',lambda: f.write(u'\xe9')); t('',lambda: f.write(u'abc')); t('',lambda: f.writelines([u'a','b',5])); t('',lambda: f.writelines(5)); t('',lambda: f.write(bytearray('zz'))); t('',lambda:f.tell()); t('',lambda:f.seek(0)); t('',lambda: f.truncate()); t('',lambda:f.seek(-1)); t('',lambda: f.isatty())
t('',lambda:f.seek('x'))
t('',lambda:f.close()); t('',lambda:f.close()); print f, f.closed
t('',lambda:f.read()); t('',lambda:f.write('')); t('',lambda:f.fileno()); t('',lambda:f.next()); t('',lambda:iter(f)); t('',lambda:f.seek(0)); t('',lambda:f.tell()); t('',lambda:f.flush()); t('',lambda:f.isatty()); t('',lambda:f.__enter__())
f=open('x','w+'); f.write('line1\nline2\r\nline3'); f.seek(0); print f.readline(), f.tell(), f.read(3), f.tell(), repr(f.readline()), repr(f.readline()), repr(f.readline()), f.tell()
f.seek(0); print list(f); f.seek(0); print f.readlines(), f.readlines(); f.seek(0); print f.readlines(3); f.seek(0); print f.readline(2), f.readline(0), f.read(0)
f.seek(0);t('mix',lambda:[f.next(), f.read()]); t('mix',lambda:f.readline()); t('mix',lambda: f.readlines())
print f.tell()
t('w',lambda:open('x').write('x')); 
g=open('x','rU'); print g.read().__repr__(), g.newlines, g
g=open('x','U'); print g.mode
g=open(u'x'); print g
print file('x','r'), open.__name__, file
class F(file): pass
print F('x')
a=bytearray(4); print open('x').readinto(a), a
print sys.stdin.encoding, sys.stdout.encoding, sys.stdout.errors
print open('x').xreadlines()
h=open('x'); 
t('',lambda: setattr(h,'foo',1)); t('',lambda:setattr(h,'name','z')); t('',lambda:setattr(h,'softspace',2)); print h.softspace
t('',lambda: raw_input()); t('',lambda: raw_input()); t('',lambda: input()); t('', lambda: raw_input('prompt? ')); t('',lambda: raw_input())
t('',lambda: open('x','r').truncate(0)); t('',lambda: open('x','a').tell())
with open('x','w') as f: f.write('q')
print f
t('',lambda: open('x').seek(0,9))
