# pymp: python=3
"""Files beside the modules of a package: importlib.resources, pkgutil, the loaders' own readers; packages without __init__.py."""
import importlib.util
import multiprocessing
import pkgutil
import sys
import warnings
from importlib import resources

import kit
import kit.parts
import spread
import spread.leaf

warnings.simplefilter('ignore')


def names(entries):
    return sorted(str(getattr(e, 'name', e)) for e in entries if '__pycache__' not in str(e))


def in_child():
    print(resources.files('kit').joinpath('data.txt').read_text().split(), resources.files(spread).name)


def main():
    folder = resources.files('kit')
    print(type(folder).__name__, names(folder.iterdir()))
    print(folder.joinpath('data.txt').read_text(), (folder / 'parts' / 'more.txt').read_bytes())
    print(resources.files(kit.parts).joinpath('more.txt').is_file(), resources.is_resource('kit', 'data.txt'))
    with resources.as_file(folder / 'data.txt') as path:
        print(path.name, path.exists())
    with resources.path('kit', 'data.txt') as path:
        print(path.name)
    print(resources.read_binary('kit.parts', 'more.txt'), names(resources.contents('kit')))
    print(pkgutil.get_data('kit', 'data.txt'))
    reader = kit.__loader__.get_resource_reader('kit')
    print(type(reader), reader.open_resource('data.txt').read(), names(reader.contents()))
    try:
        kit.__loader__.get_resource_reader('other')
    except ImportError as e:
        print(e, e.name)
    try:
        folder.joinpath('gone.txt').read_text()
    except FileNotFoundError as e:
        print(e.strerror, e.filename.endswith('kit/gone.txt'))
    print(resources.files('json').joinpath('decoder.py').is_file())

    print(type(spread.__path__), len(spread.__path__), spread.__path__[0].endswith('spread'), spread.__file__)
    print(repr(spread).startswith("<module 'spread' (namespace) from ['"), type(spread.__loader__))
    print(spread.__loader__.is_package('spread'), repr(spread.__loader__.get_source('spread')))
    print(resources.files('spread').joinpath('deep', 'here.txt').read_text(), spread.leaf.x)
    print([m.name for m in pkgutil.iter_modules(spread.__path__)], 'x' in spread.__path__)
    print(spread.__spec__.loader is spread.__loader__, spread.__spec__.origin, spread.__spec__.has_location)
    del sys.modules['spread']
    spec = importlib.util.find_spec('spread')
    print(spec.loader, repr(spec.submodule_search_locations).startswith("_NamespacePath(['"))
    module = importlib.util.module_from_spec(spec)
    print(type(module.__loader__).__name__, module.__file__, module.__path__ is spec.submodule_search_locations)

    child = multiprocessing.Process(target=in_child)
    child.start()
    child.join()


if __name__ == '__main__':
    main()
