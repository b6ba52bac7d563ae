# pymp: python=2
"""Python 2's own small modules: repr, uu, dircache, whichdb, popen2, statvfs, dummy_threading."""
import array, collections, dircache, os, popen2, repr, shutil, statvfs, tempfile, uu, whichdb
from StringIO import StringIO
import dummy_threading


class Old:
    def __repr__(self):
        return '<old ' + 'x' * 50 + '>'


class Broken:
    def __repr__(self):
        raise ValueError('no text')


class New(object):
    def __repr__(self):
        return '<new ' + 'y' * 50 + '>'


deep = [1, [2, [3, [4, [5, [6, [7, [8]]]]]]]]
for value in (range(20), tuple(range(7)), (1,), (), set(range(9)), frozenset('abc'), {}, dict.fromkeys(range(9), 'v'), deep,
              'short', 'l' * 60, 'quote\'s "' * 9, '\0' * 40, u'uni' * 20, 10 ** 60, 12, Old(), New(), 1.5, None,
              array.array('i', range(9)), collections.deque(range(9)), [Old(), New()], xrange(10 ** 9), len, 'x\n' * 20):
    print repr.repr(value)
print repr.repr(Broken()).split(' at ')[0]


class Shorter(repr.Repr):
    def __init__(self):
        repr.Repr.__init__(self)
        self.maxlist = 2
        self.maxstring = 10
        self.maxlevel = 2

    def repr_New(self, value, level):
        return 'New at level %d' % level


print Shorter().repr([deep, 'a' * 40, 3]), Shorter().repr([[New()]]), Shorter().repr({'k' * 20: [1, 2, 3]})

folder = tempfile.mkdtemp()
try:
    os.mkdir(os.path.join(folder, 'inner'))
    for name in 'one', 'two':
        open(os.path.join(folder, name), 'w').write('some text ' * 30)
    names = dircache.listdir(folder)
    print names, names is dircache.listdir(folder)
    names = names[:]
    dircache.annotate(folder, names)
    print names

    out = StringIO()
    uu.encode(StringIO('data \x00\xff' * 20), out, 'name.bin', 0644)
    print out.getvalue()
    back = StringIO()
    uu.decode(StringIO('before\n' + out.getvalue()), back)
    print back.getvalue() == 'data \x00\xff' * 20
    target = os.path.join(folder, 'three')
    uu.encode(os.path.join(folder, 'one'), target)
    print open(target).readline()
    uu.decode(target, os.path.join(folder, 'four'))
    print open(os.path.join(folder, 'four')).read()[:20], oct(os.stat(os.path.join(folder, 'four')).st_mode & 0777)
    for text in 'nothing', 'begin 644 x\n', 'begin 644 one\n#86)C\n':
        try:
            uu.decode(StringIO(text), StringIO() if 'one' not in text else None)
        except uu.Error as error:
            print error
    import dumbdbm
    base = dumbdbm.open(os.path.join(folder, 'base'), 'c')
    base['k'] = 'v'
    base.close()
    print whichdb.whichdb(os.path.join(folder, 'base')), [whichdb.whichdb(os.path.join(folder, 'one'))], whichdb.whichdb(folder + 'x')
finally:
    shutil.rmtree(folder)

output, input = popen2.popen2('cat')
input.write('through a pipe\n')
input.close()
print output.read()
output, input, errors = popen2.popen3(['sh', '-c', 'echo out; echo err >&2'])
print [output.read(), errors.read()]
output, input = popen2.popen4('echo out; echo err >&2')
print [output.read()]
child = popen2.Popen3('exit 3')
print child.wait(), child.poll(), child.childerr, child.cmd
child = popen2.Popen4('kill -9 $$')
print child.wait(), os.WIFSIGNALED(child.sts)
child = popen2.Popen3('read x', True)
print child.poll(), child.sts
child.tochild.close()
child.wait()
print statvfs.F_BSIZE, statvfs.F_NAMEMAX, os.statvfs('/')[statvfs.F_NAMEMAX]
lock = dummy_threading.Lock()
with lock:
    print 'locked'
