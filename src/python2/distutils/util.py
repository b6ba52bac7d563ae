"""Odds and ends of distutils.

Spec: https://docs.python.org/2.7/distutils/apiref.html#module-distutils.util
"""

import os
import re
import sysconfig

from distutils import log
from distutils.dep_util import newer
from distutils.errors import DistutilsPlatformError
from distutils.spawn import spawn

_YES = ('y', 'yes', 't', 'true', 'on', '1')
_NO = ('n', 'no', 'f', 'false', 'off', '0')
_part = re.compile(r'\\(.)|\'((?:[^\'\\]|\\.)*)\'|"((?:[^"\\]|\\.)*)"|([^\\\'"\s]+)|(\s+)', re.DOTALL)
_variable = re.compile(r'\$([a-zA-Z_][a-zA-Z_0-9]*)')
_environ_checked = 0


def get_platform():
    """The system and the machine: `linux-x86_64`."""
    return sysconfig.get_platform()


def convert_path(pathname):
    """A path with `/` as the system has it."""
    if os.sep == '/' or not pathname:
        return pathname
    if pathname[0] == '/':
        raise ValueError("path '%s' cannot be absolute" % pathname)
    if pathname[-1] == '/':
        raise ValueError("path '%s' cannot end with '/'" % pathname)
    parts = [part for part in pathname.split('/') if part != '.']
    return os.path.join(*parts) if parts else os.curdir


def change_root(new_root, pathname):
    """The path below another root."""
    if os.name != 'posix':
        raise DistutilsPlatformError("nothing known about platform '%s'" % os.name)
    return os.path.join(new_root, pathname[1:] if os.path.isabs(pathname) else pathname)


def check_environ():
    """Makes sure that HOME and PLAT are in the environment."""
    global _environ_checked
    if _environ_checked:
        return
    if os.name == 'posix' and 'HOME' not in os.environ:
        import pwd
        try:
            os.environ['HOME'] = pwd.getpwuid(os.getuid())[5]
        except KeyError:
            pass
    os.environ.setdefault('PLAT', get_platform())
    _environ_checked = 1


def subst_vars(s, local_vars):
    """Puts variables, else those of the environment, in the places of `$name`."""
    check_environ()

    def value(found):
        name = found.group(1)
        return str(local_vars[name]) if name in local_vars else os.environ[name]

    try:
        return _variable.sub(value, s)
    except KeyError as name:
        raise ValueError("invalid variable '$%s'" % name)


def grok_environment_error(exc, prefix='error: '):
    """A message about an error of the system."""
    return prefix + str(exc)


def split_quoted(s):
    """Words as a shell has them: quotes hold blanks together, a backslash keeps what follows."""
    s = s.strip()
    words = []
    word = None
    position = 0
    while position < len(s):
        found = _part.match(s, position)
        if found is None:
            quote = s[position]
            if quote in '\'"':
                raise ValueError('bad string (mismatched %s quotes?)' % quote)
            # A backslash at the very end keeps nothing.
            break
        position = found.end()
        if found.group(5) is not None:
            words.append(word)
            word = None
        else:
            word = (word or '') + next(part for part in found.groups() if part is not None)
    if word is not None:
        words.append(word)
    return words


def execute(func, args, msg=None, verbose=0, dry_run=0):
    """Calls a function that changes something, and tells of it."""
    log.info(_call_text(func, args) if msg is None else msg)
    if dry_run:
        return
    func(*args)


def _call_text(func, args):
    text = '%s%r' % (func.__name__, args)
    # A tuple of one has a comma that a call has not.
    return text[:-2] + ')' if text.endswith(',)') else text


def strtobool(val):
    """1 for yes, true, on and the like, 0 for no."""
    word = val.lower()
    for value, words in enumerate((_NO, _YES)):
        if word in words:
            return value
    raise ValueError('invalid truth value %r' % (word,))


def rfc822_escape(header):
    """A text of several lines as one header."""
    return ('\n' + 8 * ' ').join(header.split('\n'))
