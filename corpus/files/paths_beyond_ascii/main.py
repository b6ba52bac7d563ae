# pymp: python=2,3
# -*- coding: utf-8 -*-
# Programs, modules and arguments whose names are not ASCII: text in Python 3, the bytes of the names in Python 2.
import os
import shutil
import subprocess
import sys

TEXTS = {
    'haupt.py': '''# -*- coding: utf-8 -*-
import multiprocessing, os, sys, traceback
print(repr(sys.path[0].split("/")[-1]))
print(repr(__file__.split('/')[-2:]), repr([word.split('/')[-1] for word in sys.argv]))
here = os.path.dirname(os.path.abspath(__file__))
print(repr(here.split('/')[-1]))
import modul, paket
print(repr(modul.where().split('/')[-2:]), repr(modul).replace('.pyc', '.py').split('/')[-2:])
print(repr(paket.PATH[0].split('/')[-2:]), repr(paket.innen.FILE.split('/')[-3:]))
print(len(open(os.path.join(here, 'modul.py')).read()))

other = os.path.join(here, 'äöü')
os.mkdir(other)
with open(os.path.join(other, 'zweit.py'), 'w') as out:
    out.write('FILE = globals().get("__file__")\\ndef f():\\n    1 // 0\\n')
sys.path.insert(0, other)
import zweit
print(repr(zweit.FILE.split('/')[-2:]), repr(zweit.f.__code__.co_filename.split('/')[-2:]))
if sys.version_info[0] == 2:
    import imp
    loaded = imp.load_source('geladen', os.path.join(here, 'modul.py'))
    print(repr(loaded.where().split('/')[-2:]))
    reload(zweit)
    names = {}
    execfile(os.path.join(other, 'zweit.py'), names)
    print(sorted(name for name in names if name != '__builtins__'))
    sys.path.insert(0, os.path.join(here, 'u').decode('utf-8'))
    from unicode_entry import VALUE
    print(VALUE)

def work():
    try:
        zweit.f()
    except ZeroDivisionError:
        for line in traceback.format_exc().splitlines():
            print(line.replace(here[:here.rindex('/')], '') if line.startswith('  File') and '~' not in line and '^' not in line else line.strip(' ~^'))
        sys.stdout.flush()

process = multiprocessing.Process(target=work)
process.start()
process.join()
modul.fail()
''',
    'modul.py': '''
def where():
    return __file__.replace('.pyc', '.py')

def fail():
    raise ValueError('from a module')
''',
    'paket/__init__.py': '''
PATH = __path__
from . import innen
''',
    'paket/innen.py': "FILE = __file__.replace('.pyc', '.py')\n",
    'u/unicode_entry.py': 'VALUE = "found"\n',
}

folder = os.path.join(os.getcwd(), 'ü')
for name in ('', 'paket', 'u'):
    os.mkdir(os.path.join(folder, name))
for name in sorted(TEXTS):
    with open(os.path.join(folder, name), 'wb') as out:
        text = TEXTS[name]
        out.write(text if isinstance(text, bytes) else text.encode('utf-8'))


def run(*words, **options):
    child = subprocess.Popen([sys.executable] + list(words), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    out, _ = child.communicate()
    print(out.decode('utf-8').replace(os.getcwd() if str is not bytes else os.getcwdu(), '').encode('utf-8').decode('latin-1').encode('unicode_escape').decode('ascii').replace('\\n', '\n'))
    print(child.returncode)


run(os.path.join(folder, 'haupt.py'), 'ß', 'x')
shutil.rmtree(os.path.join(folder, 'äöü'))
run('haupt.py', cwd=folder)
run('-c', 'import sys; print(repr(sys.argv))', 'ü', '€')
