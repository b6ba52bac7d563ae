"""What modules show themselves as: by their spec, their file or their loader."""
import importlib
import pickle
import re
import sys
import types
from importlib.machinery import ModuleSpec


class Loader:
    pass


class ShownLoader:
    def __repr__(self):
        return 'a loader'


def module(name='made', spec=None, **names):
    m = types.ModuleType(name)
    m.__spec__ = spec
    vars(m).update(names)
    return m


def located(*args, **names):
    spec = ModuleSpec(*args, **names)
    spec.has_location = True
    return spec


def package(loader):
    spec = ModuleSpec('package', loader)
    spec.submodule_search_locations = ['folder']
    return spec


for m in (
    module(),
    module('made', __loader__=Loader),
    module('made', __loader__=ShownLoader()),
    module('made', __loader__=Loader, __file__='/folder/made.py'),
    module('made', ModuleSpec('spec', None)),
    module('made', ModuleSpec('spec', None, origin='somewhere')),
    module('made', ModuleSpec('spec', Loader)),
    module('made', ModuleSpec('spec', ShownLoader(), origin='somewhere')),
    module('made', located('spec', Loader, origin='somewhere')),
    module('made', ModuleSpec('spec', None), __file__='/folder/made.py'),
    module('made', package(None)),
    module('made', package(ShownLoader())),
    sys,
    importlib.import_module('_thread'),
):
    print(m)
m = module('made', __loader__=Loader)
del m.__name__
print(m)
m.__file__ = '/folder/made.py'
print(m)
print(re.sub("'/.*/", "'…/", repr(re)))
bare = types.ModuleType.__new__(types.ModuleType)
print(bare, vars(bare))
for name in ('__name__', 'anything'):
    try:
        getattr(bare, name)
    except AttributeError as e:
        print(e)
try:
    module().anything
except AttributeError as e:
    print(e)
for load in (
    lambda: __import__(''),
    lambda: importlib.import_module(''),
    lambda: pickle.loads(b'\x8c\x00\x8c\x03log\x93.'),
    lambda: pickle.loads(b'c\nlog\n.'),
):
    try:
        load()
    except Exception as e:
        print(type(e).__name__, e)
