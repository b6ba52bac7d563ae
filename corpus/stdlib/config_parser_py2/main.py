# pymp: python=2
import ConfigParser as C, StringIO, sys, pickle
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e), str(e), repr(e), e.args, sorted((k, v) for k, v in vars(e).items() if not k.startswith('_')), e.message
TEXT = '''# c
; c2
rem ark
[DEFAULT]
Base = /root
x: 1

[One]
path = %(base)s/a ; comment
Path2: %(path)s/b;no
empty =
quoted = ""
multi = line1
  line2
\tline3

  line4
flag = Yes
n = 42
f = 1.5
loop = %(loop)s
bad = %(nothere)s
pct = 50%%
url = http://x:80/y=z
spaced key = v
remark = x
[Two three]
a=b=c
d : e : f
'''
for K in (C.RawConfigParser, C.ConfigParser, C.SafeConfigParser):
    p = K({'Def': 'd'})
    p.readfp(StringIO.StringIO(TEXT))
    print p.sections(), p.defaults(), p.options('One'); t(p.options, 'No'); t(p.options, 'DEFAULT')
    for s in ('One', 'Two three', 'DEFAULT', 'No'):
        for o in ('path', 'PATH2', 'empty', 'quoted', 'multi', 'flag', 'n', 'f', 'loop', 'bad', 'pct', 'url', 'spaced key', 'a', 'd', 'x', 'base', 'def', 'zz', 'remark', '__name__'):
            t(p.get, s, o)
        t(p.items, s)
    t(p.getint, 'One', 'n'); t(p.getfloat, 'One', 'f'); t(p.getboolean, 'One', 'flag'); t(p.getboolean, 'One', 'n'); t(p.getint, 'One', 'f')
    t(p.has_option, 'One', 'X'); t(p.has_option, 'No', 'x'); t(p.has_option, '', 'x'); t(p.has_option, 'DEFAULT', 'x'); t(p.has_option, None, 'def')
    t(p.set, 'One', 'New', 'v'); t(p.set, 'No', 'n', 'v'); t(p.set, '', 'zz', 'q'); t(p.set, 'One', 'k', 5); t(p.set, 'One', 'k', '%bad'); t(p.set, 'One', 'k', '%(ok)s %%'); t(p.set, 'One', 'k'); t(p.set, 'One', 'm', 'a\nb')
    t(p.remove_option, 'One', 'k'); t(p.remove_option, 'One', 'k'); t(p.remove_option, 'No', 'k'); t(p.remove_section, 'Two three'); t(p.remove_section, 'Two three')
    t(p.add_section, 'One'); t(p.add_section, 'Default'); t(p.add_section, 'Three'); t(p.has_section, 'Three'); t(p.has_section, 'DEFAULT')
    p.write(sys.stdout)
    if K is not C.RawConfigParser:
        t(p.get, 'One', 'path', 1); t(p.get, 'One', 'path', vars={'BASE': 'V'}); t(p.items, 'One', True); t(p.items, 'Three', False, {'Q': '1'})
        t(p.items, 'Three', 0, {'__name__': 'z'})
    for bad in ('a=1\n', '[s]\njunk\nmore junk\n', '[s]\n = 5\n', '[s]\na\n', '[s]\n  x=1\n b=2\n', '[]\na=1', '[s]\na=1\n[s]\nb=2\n[DEFAULT]\nq=1\n', '[s] trailing\nk = v;x ;y\nj=;z\nl= ;z\n'):
        q = K(); t(q.readfp, StringIO.StringIO(bad)); print q._sections.keys(), q.defaults().items(); 
        for s in q.sections(): t(q.items, s)
    q = K(allow_no_value=True); t(q.readfp, StringIO.StringIO('[s]\na\nb=\nc = 1\n')); t(q.items, 's') if K is C.RawConfigParser else t(q.get, 's', 'a'); q.write(sys.stdout); t(q.set, 's', 'n'); t(q.set, 's', 'n', '')
    t(q.read, '/nonexistent'); t(q.read, ['/nonexistent'])
e = C.ParsingError('f'); e.append(3, 'x'); print e, repr(e), e.errors
p = C.SafeConfigParser(); p.add_section('s')
for v in ('%(a', '%x', '%', 'x%%y%', '%()s', '%(b)s'):
    p._sections['s']['v'] = v; t(p.get, 's', 'v')
for i in range(12): p.set('s', 'r%d' % i, '%%(r%d)s' % (i + 1))
p.set('s', 'r12', 'end'); t(p.get, 's', 'r0'); t(p.get, 's', 'r4')
print isinstance(p, C.RawConfigParser), type(C.RawConfigParser), [c.__name__ for c in C.InterpolationMissingOptionError.__mro__]
