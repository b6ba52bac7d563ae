# pymp: python=2
import pipes, os, tempfile, shutil
here = tempfile.mkdtemp(); os.chdir(here)
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e), e
T = pipes.Template
x = T(); print repr(x), x.__dict__
t(x.append, 5, '--'); t(x.append, 'a', 'zz'); t(x.append, 'a', '.-'); t(x.append, 'cat', 'ff'); t(x.append, 'cat $IN', 'f-'); t(x.append, 'cat $IN >$OUT', 'ff'); t(x.append, 'cat > $OUT', '-f'); t(x.append, 'tr a-z A-Z', '--'); t(x.append, 'cat', '-f')
print x, x.steps
t(x.prepend, 5, '--'); t(x.prepend, 'a', 'zz'); t(x.prepend, 'a', '-.'); t(x.prepend, 'cat', 'ff')
y = x.clone(); y.reset(); print x.steps, y.steps
t(y.open, 'f', 'q'); 
y.append('tr a-z A-Z', '--')
f = y.open('./p.txt', 'w'); f.write('hello\n'); print f.close(); print open('./p.txt').read(),
f = y.open('./p.txt', 'r'); print repr(f.read()), f.close()
y.append('sed s/L/x/g <$IN >$OUT', 'ff'); y.append('tr H J', '--'); y.append('cat $IN', 'f-'); y.append('cat >$OUT', '-f')
open('./q q.txt', 'w').write('hello again\n')
print y.copy('./q q.txt', './r.txt'), open('./r.txt').read(),
print y.open('./q q.txt', 'r').read(),
z = T(); z.append('echo hi', '.-') if 0 else z.prepend('echo hi', '.-'); print z.open_r('/dev/null').read(),
t(z.open_w, 'x'); t(z.prepend, 'x', '--'); z.append('cat >./s.txt', '-.'); t(z.append, 'x', '--'); t(z.open_r, 'x'); t(z.copy, '/dev/null', '/dev/null'); print open('./s.txt').read(),
e = T(); print e.copy('./q q.txt', './u.txt'), open('./u.txt').read(), 
e = T(); e.append('exit 3', '--'); print e.copy('./q q.txt', './u.txt')
print pipes.quote(''), pipes.quote('a b'), pipes.quote("it's"), pipes.quote('plain-1_./'), pipes.quote('\xe9'), pipes.quote('a\n'), pipes.stepkinds
print pipes.makepipeline('in', [('cat', '--'), ('x $IN', 'f-')], 'out') != ''
def show(*a):
    import re; print re.sub('/tmp/[^ ;\']*', 'TMP', pipes.makepipeline(*a))
show('in', [('a', '--'), ('b', '--')], 'out'); show('', [('a', '--')], ''); show('i n', [('a $IN', 'f-'), ('b $IN $OUT', 'ff'), ('c', '-f')], "o'ut"); show('i', [], 'o'); show('i', [('a', '.-'), ('b', '-.')], 'o')
os.chdir('..'); shutil.rmtree(here)
