# pymp: python=2
# -*- coding: utf-8 -*-
# Attributes, globals and paths whose names are unicode
import os, copy, pickle
def t(n, f):
    try: print n, repr(f())
    except Exception as e: print n, type(e).__name__, e
class A(object): pass
class O: pass
for c in A, O:
    a = c(); a.__dict__.update({u'x': 1}); t('x', lambda: (a.x, a.__dict__, vars(a).keys()))
    a = c(); a.__dict__[u'y'] = 2; t('y', lambda: (a.y, a.__dict__))
    a = c(); setattr(a, u'z', 3); t('z', lambda: (a.z, a.__dict__, getattr(a, u'z'), hasattr(a, u'z')))
    a = c(); t('e', lambda: setattr(a, u'\xe9', 3)); t('e2', lambda: getattr(a, u'\xe9')); t('e3', lambda: hasattr(a, u'\xe9')); t('e4', lambda: getattr(a, u'\xe9', 5)); t('e5', lambda: delattr(a, u'\xe9'))
    a = c(); a.__dict__ = {u'q': 5}; t('q', lambda: (a.q, a.__dict__))
    a = c(); a.__dict__.update(**{u'r': 1}); t('r', lambda: (a.r, a.__dict__))
    a = c(); a.__dict__.setdefault(u's', 1); t('s', lambda: (a.s, a.__dict__, a.__dict__.get('s'), a.__dict__.get(u's'), u's' in a.__dict__, a.__dict__.pop(u's'), a.__dict__))
    b = pickle.loads(pickle.dumps(a)); a.__dict__[u'\xe9'] = 1; t('u', lambda: a.__dict__); b = copy.copy(a); t('v', lambda: b.__dict__)
class J(object):
    def __init__(self, d): self.__dict__.update(d)
import json
t('json', lambda: (J(json.loads('{"name": "x", "n": 1}')).name, sorted(J(json.loads('{"name": "x", "n": 1}')).__dict__)))
class K(object):
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
t('json2', lambda: K(**json.loads('{"name": "x", "n": 1}')).name)
class L(object):
    def __setstate__(self, d): self.__dict__.update(d)
for f in (os.listdir, os.stat, os.remove, os.mkdir, os.rmdir, os.chdir, open, os.unlink, os.lstat, os.readlink, os.path.getsize, lambda p: os.open(p, 0), lambda p: os.rename(p, p), lambda p: os.utime(p, None), lambda p: os.chmod(p, 1), lambda p: os.execv(p, ['a']), lambda p: os.access(p, 0), lambda p: __import__('io').open(p), lambda p: __import__('shutil').rmtree(p), lambda p: __import__('subprocess').call(p), lambda p: execfile(p)):
    t('os', lambda: f(u'/nonexistent/x')); t('os', lambda: f('/nonexistent/x'))
globals()[u'gg'] = 5; t('gg', lambda: gg)
exec u'hh = 1'; t('hh', lambda: hh)
d = {u'a': 1}; exec 'ii = a' in d; t('ii', lambda: d['ii']); t('ev', lambda: eval('a + 1', d)); t('ev2', lambda: eval('a + 1', {}, {u'a': 4}))
import io
t('state', lambda: io.StringIO().__setstate__((u'a', u'\n', 0, {u'foo': 1})))
t('state', lambda: io.BytesIO().__setstate__((b'a', 0, {u'foo': 1})))
for mode in u'r', u'zz':
    t('FileIO', lambda: io.FileIO('/dev/null', mode).mode)
