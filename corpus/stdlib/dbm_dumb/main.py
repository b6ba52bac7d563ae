# pymp: python=3
import dbm, dbm.dumb, os, glob
import tempfile, shutil
here = tempfile.mkdtemp(); os.chdir(here)

def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e), e)
t(dbm.whichdb, 'ddx'); t(dbm.open, 'ddx'); t(dbm.open, 'ddx', 'w'); t(dbm.dumb.open, 'ddx', 'r'); t(dbm.dumb.open, 'ddx', 'w'); t(dbm.dumb.open, 'ddx', 'q')
d = dbm.dumb.open('ddx', 'c'); d['a'] = b'x' * 600; d[b'b'] = 'y\u20ac'; d['a'] = 'z' * 10; d['b'] = b'q' * 700
print(sorted(d.keys()), d['a'], len(d), 'a' in d, b'zz' in d, d.get('zz', 5), sorted(k for k, v in d.items()), list(d.iterkeys()) == list(d))
t(d.__setitem__, 1, 'a'); t(d.__setitem__, 'a', 5); t(d.__getitem__, 'q'); t(d.__delitem__, 'q'); t(d.__getitem__, 5); del d['a']; d.sync(); print(dbm.whichdb('ddx')); d.close()
for f in (d.keys, lambda: len(d), lambda: 'a' in d, d.items, lambda: d['a'], lambda: d.__setitem__('a', 'b'), lambda: d.__setitem__(5, 'b'), lambda: d.__delitem__('a'), lambda: list(d), d.iterkeys, d.sync, d.close, d.clear): t(f)
print(sorted(open('ddx.dir').readlines()), sorted(open('ddx.bak').readlines()), len(open('ddx.dat').read()), [oct(os.stat(f).st_mode & 0o777) for f in sorted(glob.glob('ddx*'))])
with dbm.dumb.open('ddx', 'r') as d:
    t(d.__setitem__, 'a', 'b'); t(d.__setitem__, 5, 'b'); t(d.__delitem__, 'b'); t(d.clear); print(list(d.items())[0][0], d.setdefault('b', 'n')[:3]); t(d.pop, 'zz'); t(d.popitem)
d = dbm.dumb.open('ddx', 'w'); print(d.pop('b')[:4], d.setdefault('m', 'n'), d.popitem(), len(d)); d.update({'k': 'v'}); d.close()
d = dbm.dumb.open('ddx', 'n', 0o600); print(list(d)); d['s'] = 's'; d.close(); print([oct(os.stat(f).st_mode & 0o777) for f in sorted(glob.glob('ddx*'))])
open('ddy', 'wb').write(b'SQLite format 3\0more'); print(dbm.whichdb('ddy')); open('ddy', 'wb').write(b'abc'); t(dbm.whichdb, 'ddy'); t(dbm.open, 'ddy'); open('ddy', 'wb').write(b'\xce\x9a\x57\x13xx'); print(dbm.whichdb('ddy')); open('ddz.pag', 'w'); open('ddz.dir', 'w'); print(dbm.whichdb('ddz')); open('ddw.db', 'w'); print(dbm.whichdb('ddw')); open('ddv.dat', 'w'); open('ddv.dir', 'w').write('xx'); print(dbm.whichdb('ddv'))
open('ddu.dat', 'w'); open('ddu.dir', 'w'); print(dbm.whichdb('ddu'), dbm.whichdb(b'ddu')); print(dbm.error, dbm.dumb.error, dbm.__all__, dbm.dumb.__all__)
os.chdir('..'); shutil.rmtree(here)
