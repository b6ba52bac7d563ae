# pymp: python=2
"""imp: modules found and loaded by hand."""
import os, shutil, tempfile
folder = tempfile.mkdtemp(); os.chdir(folder)
import imp, sys, os
open('modx.py','w').write('x=5\nprint __name__\n')
m=imp.load_source('modx','modx.py'); print m.x, sys.modules['modx'] is m
f,p,d=imp.find_module('modx',['.']); print os.path.basename(p),d; m2=imp.load_module('modx',f,p,d); print m2 is m
try: imp.find_module('nope')
except ImportError as e: print e
n=imp.new_module('z'); print n, imp.is_builtin('sys'), imp.lock_held(), imp.PY_SOURCE
try: imp.release_lock()
except RuntimeError as e: print e
imp.acquire_lock(); print imp.lock_held(); imp.release_lock()
try: imp.load_source('q','/nonexist.py')
except IOError as e: print e
open('mody.py','w').write('1/0')
try: imp.load_source('mody','mody.py')
except ZeroDivisionError: print 'mody' in sys.modules
print imp.reload(m) is m
shutil.rmtree(folder)
