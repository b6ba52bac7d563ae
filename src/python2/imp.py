"""Finding and loading modules by hand."""

import errno
import os
import sys
import types

SEARCH_ERROR, PY_SOURCE, PY_COMPILED, C_EXTENSION, PY_RESOURCE, PKG_DIRECTORY, C_BUILTIN, PY_FROZEN = range(8)
PY_CODERESOURCE, IMP_HOOK = 8, 9

#: How files of modules are called, how they are opened, and what they are.
_SUFFIXES = [('.py', 'U', PY_SOURCE)]

new_module = types.ModuleType
reload = reload


def get_suffixes():
    return list(_SUFFIXES)


def get_magic():
    """What compiled files begin with."""
    return '\x03\xf3\r\n'


# There is one thread at a time that imports.
_held = []


def acquire_lock():
    _held.append(True)


def release_lock():
    if not _held:
        raise RuntimeError('not holding the import lock')
    _held.pop()


def lock_held():
    return bool(_held)


def is_builtin(name):
    """Not 0 for what is a part of the interpreter."""
    if name in ('sys', '__builtin__', '__main__', 'exceptions'):
        # They are there once and for all.
        return -1
    return int(name in sys.builtin_module_names)


def is_frozen(name):
    return False


def init_builtin(name):
    return __import__(name) if is_builtin(name) else None


def find_module(name, path=None):
    """Where a module is: the open file, its path, and (suffix, mode, kind). `load_module` takes these."""
    if path is None and is_builtin(name):
        return None, name, ('', '', C_BUILTIN)
    for folder in sys.path if path is None else path:
        base = os.path.join(folder, name)
        if os.path.isfile(os.path.join(base, '__init__.py')):
            return None, base, ('', '', PKG_DIRECTORY)
        for suffix, mode, kind in _SUFFIXES:
            if os.path.isfile(base + suffix):
                return open(base + suffix, mode), base + suffix, (suffix, mode, kind)
    raise ImportError('No module named ' + name)


def load_module(name, file, filename, etc):
    """Loads what `find_module` has found, also what is loaded already."""
    kind = etc[2]
    if kind == PY_SOURCE:
        return load_source(name, filename, file)
    if kind == PKG_DIRECTORY:
        return load_package(name, filename)
    if kind == C_BUILTIN:
        return init_builtin(filename or name)
    raise ImportError("Don't know how to import %s (type code %d)" % (name, kind))


def load_source(name, pathname, file=None):
    """Runs a file as a module of this name."""
    return _run(name, pathname, file)


def load_package(name, pathname):
    """Runs a folder's `__init__.py` as a package of this name."""
    return _run(name, os.path.join(pathname, '__init__.py'), None, [pathname])


def _run(name, pathname, file, path=None):
    if file is None and not os.path.exists(pathname):
        raise IOError(errno.ENOENT, os.strerror(errno.ENOENT))
    with open(pathname, 'U') as source:
        text = source.read() if file is None else file.read()
    is_new = name not in sys.modules
    module = sys.modules.setdefault(name, new_module(name))
    module.__file__ = pathname
    module.__package__ = name if path else name.rpartition('.')[0] or None
    if path:
        module.__path__ = path
    try:
        exec compile(text, pathname, 'exec') in vars(module)
    except:
        if is_new:
            sys.modules.pop(name, None)
        raise
    return sys.modules.get(name, module)


class NullImporter(object):
    """Finds nothing: what stands for entries of the path that are no folders."""

    def __init__(self, path):
        if path == '':
            raise ImportError('empty pathname')
        if os.path.isdir(path):
            raise ImportError('existing directory')

    def find_module(self, fullname, path=None):
        return None
