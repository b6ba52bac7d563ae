# pymp: python=2
import anydbm, os, shutil, tempfile

here = tempfile.mkdtemp()
os.chdir(here)
d=anydbm.open('./dbx','n')
d['a']='b\xff'; d['\xe9']='2'
print sorted(d.keys()), repr(d['a']), 'a' in d, d.has_key('q'), len(d)
del d['a']
try: d['zz']
except KeyError as e: print repr(e)
d.close()
d=anydbm.open('./dbx'); print d.keys(); d.close()
try: anydbm.open('./nope')
except anydbm.error as e: print repr(e)
try: anydbm.open('./nope')
except Exception as e: print type(e).__mro__
shutil.rmtree(here)
