# pymp: python=3
"""Modules out of a zip archive, found by path hooks; a hook of the program's own; an archive that is a program."""
import importlib
import importlib.abc
import importlib.util
import inspect
import io
import os
import pkgutil
import subprocess
import sys
import tempfile
import traceback
import zipfile
import zipimport

FILES = {
    'pack/__init__.py': 'from . import part\nNAME = __name__\n',
    'pack/part.py': 'def fail(x):\n    # why\n    return 1 // x\n',
    'pack/data.txt': 'some text\n',
    'alone.py': 'VALUE = 42\n',
    'space/': '',
    'space/inner.py': 'HERE = __package__\n',
    '__main__.py': 'import sys, alone\nprint(__name__, sys.argv[1:], alone.VALUE)\n',
}
os.chdir(tempfile.mkdtemp())
with zipfile.ZipFile('lib.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
    for name, text in FILES.items():
        archive.writestr(name, text)

sys.path.insert(0, 'lib.zip')
import alone
import pack.part
import space.inner

print(alone.VALUE, alone.__file__, alone.__loader__, alone.__spec__.origin)
print(pack.NAME, pack.__path__, space.inner.HERE, importlib.util.find_spec('pack.part').name)
print(inspect.getsource(pack.part.fail).splitlines()[1], pkgutil.get_data('pack', 'data.txt'))
print([m.name for m in pkgutil.iter_modules(pack.__path__)], type(sys.path_importer_cache['lib.zip']).__name__)
try:
    pack.part.fail(0)
except ZeroDivisionError:
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue().split('\n', 3)[3])
for name in 'pack.none', 'nowhere':
    try:
        importlib.import_module(name)
    except ImportError as e:
        print(type(e).__name__, e)

finder = zipimport.zipimporter('lib.zip/pack')
print(finder, finder.archive, finder.prefix, finder.find_spec('part').loader is finder, finder.is_package('part'))
print(finder.get_source('part') == FILES['pack/part.py'], finder.get_filename('part'))
for bad in 'none.zip', os.devnull, '':
    try:
        zipimport.zipimporter(bad)
    except zipimport.ZipImportError as e:
        print(e)


class Finder(importlib.abc.PathEntryFinder):
    def find_spec(self, name, target=None):
        return importlib.util.spec_from_loader(name, Loader()) if name == 'made' else None


class Loader(importlib.abc.Loader):
    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.answer = module.__name__ * 2


def hook(entry):
    if entry != 'made up':
        raise ImportError
    print('asked for', entry)
    return Finder()


sys.path_hooks.append(hook)
sys.path.append('made up')
import made

print(made.answer, isinstance(sys.path_importer_cache['made up'], Finder))

sys.stdout.flush()
print(subprocess.check_output([sys.executable, 'lib.zip', 'a', 'b']).decode(), end='')
with open('app', 'wb') as app, open('lib.zip', 'rb') as lib:
    app.write(b'#!/usr/bin/env python3\n' + lib.read())
print(subprocess.check_output([sys.executable, 'app']).decode(), end='')


def missing():
    return os.environ['NO SUCH VARIABLE']


# Modules that are inside CPython say so.
try:
    missing()
except KeyError as e:
    for entry in traceback.extract_tb(e.__traceback__)[1:]:
        print(entry.filename.replace(__file__, 'main.py'), entry.name, entry.line)
