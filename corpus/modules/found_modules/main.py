# pymp: python=2,3
# Plugins: the modules of a package are found and imported, and those below it.
from __future__ import print_function
import importlib
import os
import pkgutil
import sys

import plug

for found in pkgutil.iter_modules(plug.__path__):
    print(found[1], found[2], importlib.import_module('plug.' + found[1]).__name__)
print([name for _, name, _ in pkgutil.iter_modules([os.path.dirname(plug.__file__)], 'x.')])
print([name for _, name, _ in pkgutil.walk_packages(plug.__path__, 'plug.')])
print('main' in [name for _, name, _ in pkgutil.iter_modules()], 'json' in [name for _, name, _ in pkgutil.iter_modules()])
print(pkgutil.get_data('plug', 'notes.txt').decode())
print([module.name for module in (sys.modules['plug.a'], sys.modules['plug.b'])], len(sys.path_hooks) > 0)
if sys.version_info[0] == 3:
    print(type(pkgutil.get_importer(plug.__path__[0])).__name__, pkgutil.get_importer('nothing/here'))
    print(pkgutil.resolve_name('plug.sub.c:name'))
