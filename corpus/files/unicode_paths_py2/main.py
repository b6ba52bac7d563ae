# pymp: python=2
"""Paths that are unicode."""
import glob, os, shutil, tempfile

folder = os.path.realpath(tempfile.mkdtemp())
for name in ('basename', 'dirname', 'split', 'normpath', 'exists', 'isfile', 'isdir', 'abspath', 'expanduser', 'realpath',
             'normcase', 'isabs', 'expandvars', 'islink'):
    print name, repr(getattr(os.path, name)(u'/tmp'))
print os.path.splitext(u'a/b.c'), os.path.splitext('x.y'), repr(os.path.relpath(u'/a/b', u'/a'))
print repr(os.path.join(u'a', 'b')), repr(os.path.join('a', u'b')), repr(os.path.join('a', u'\xe9')), repr(os.path.join('a', 'b'))
try:
    print os.path.join(u'a', '\xe9')
except UnicodeDecodeError as e:
    print e
print repr(os.path.commonprefix([u'ab', 'ac'])), repr(os.path.dirname(u'\u20ac/x'))
path = os.path.join(unicode(folder), u'\xe9.txt')
open(path, 'w').write('x')
print os.listdir(unicode(folder)) == [u'\xe9.txt'], os.listdir(folder) == ['\xc3\xa9.txt'], os.path.getsize(path)
print [os.path.basename(name) for name in glob.glob(os.path.join(unicode(folder), u'*.txt'))]
print [[os.path.basename(top) == os.path.basename(folder), dirs, files] for top, dirs, files in os.walk(unicode(folder))]
shutil.copy(path, path + u'2')
print sorted(os.listdir(unicode(folder)))
shutil.rmtree(unicode(folder))
print os.path.exists(folder)
