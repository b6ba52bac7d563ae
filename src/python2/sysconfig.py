"""Where things of this Python are, and how it was built: as far as there is something to say."""

import os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path',
           'get_path_names', 'get_paths', 'get_platform', 'get_python_version', 'get_scheme_names', 'parse_config_h']

_PATHS = {
    'stdlib': '{base}/lib/python2.7',
    'platstdlib': '{base}/lib/python2.7',
    'purelib': '{base}/lib/python2.7/site-packages',
    'platlib': '{base}/lib/python2.7/site-packages',
    'include': '{base}/include/python2.7',
    'scripts': '{base}/bin',
    'data': '{base}',
}


def get_scheme_names():
    return ('posix_home', 'posix_prefix', 'posix_user')


def get_path_names():
    return ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data')


def get_paths(scheme='posix_prefix', vars=None, expand=True):
    base = (vars or {}).get('base', sys.prefix)
    return dict((name, path.replace('{base}', base) if expand else path) for name, path in _PATHS.items())


def get_path(name, scheme='posix_prefix', vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def get_config_vars(*args):
    """All variables as a dictionary, or a list of the values of those named."""
    known = {
        'prefix': sys.prefix,
        'exec_prefix': sys.exec_prefix,
        'base': sys.prefix,
        'platbase': sys.exec_prefix,
        'py_version': sys.version.split()[0],
        'py_version_short': '2.7',
        'py_version_nodot': '27',
        'srcdir': os.getcwd(),
        'Py_UNICODE_SIZE': 4,
        'SIZEOF_VOID_P': 8,
        'WITH_THREAD': 1,
        'SO': '.so',
        'EXE': '',
    }
    return [known.get(name) for name in args] if args else known


def get_config_var(name):
    return get_config_vars().get(name)


def get_python_version():
    return '2.7'


def get_platform():
    name, _, _, _, machine = os.uname()
    return '%s-%s' % (name.lower(), machine)


def is_python_build():
    return False


def get_makefile_filename():
    return os.path.join(sys.prefix, 'lib/python2.7/config/Makefile')


def get_config_h_filename():
    return os.path.join(sys.prefix, 'include/python2.7/pyconfig.h')


def parse_config_h(fp, vars=None):
    """The #define lines of a file."""
    found = {} if vars is None else vars
    for text in fp:
        words = text.split(None, 2)
        if len(words) == 3 and words[0] == '#define':
            value = words[2].strip()
            found[words[1]] = int(value) if value.isdigit() else value
    return found
