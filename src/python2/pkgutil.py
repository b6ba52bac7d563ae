"""`pkgutil`: modules and packages that are found, as plain tuples; data beside a package's file."""

import os
import sys

from _library3 import library

_pkgutil = library('pkgutil')

__all__ = ['get_importer', 'iter_importers', 'get_loader', 'find_loader', 'walk_packages', 'iter_modules', 'get_data',
           'extend_path']

get_importer = _pkgutil.get_importer
iter_importers = _pkgutil.iter_importers
get_loader = _pkgutil.get_loader
find_loader = _pkgutil.find_loader
extend_path = _pkgutil.extend_path


def iter_modules(path=None, prefix=''):
    """(finder, name, is a package) of each module in the folders of `path`, or at the top level."""
    for found in _pkgutil.iter_modules(path, prefix):
        yield tuple(found)


def walk_packages(path=None, prefix='', onerror=None):
    """The same, and of all that lies below: packages are imported for it."""
    for found in _pkgutil.walk_packages(path, prefix, onerror):
        yield tuple(found)


def get_data(package, resource):
    """The bytes of a file beside a package's, named with slashes; None if the package has no file."""
    __import__(package)
    filename = getattr(sys.modules[package], '__file__', None)
    if filename is None:
        return None
    with open(os.path.join(os.path.dirname(filename), *resource.split('/')), 'rb') as f:
        return f.read()


def read_code(stream):
    """The code in a file of bytecode: there is none here, so it is no such file."""
    return None
