"""Finding and running programs.

Spec: https://docs.python.org/2.7/distutils/apiref.html#module-distutils.spawn
"""

import os
import subprocess
import sys

from distutils import log
from distutils.debug import DEBUG
from distutils.errors import DistutilsExecError, DistutilsPlatformError


def spawn(cmd, search_path=1, verbose=0, dry_run=0):
    """Runs a program and waits for it."""
    cmd = list(cmd)
    log.info(' '.join(cmd))
    if dry_run:
        return
    program = cmd[0] if search_path or os.sep in cmd[0] else os.path.join(os.curdir, cmd[0])
    shown = cmd if DEBUG else cmd[0]
    sys.stdout.flush()
    try:
        status = subprocess.call([program] + cmd[1:])
    except OSError as error:
        # What the child of a fork would have said.
        sys.stderr.write('unable to execute %r: %s\n' % (shown, error.strerror))
        status = 1
    if status < 0:
        raise DistutilsExecError('command %r terminated by signal %d' % (shown, -status))
    if status != 0:
        raise DistutilsExecError('command %r failed with exit status %d' % (shown, status))


def find_executable(executable, path=None):
    """The first file of that name in the folders of `path` (PATH), or None. A file that is there as it is called will do."""
    if path is None:
        path = os.environ.get('PATH', os.defpath)
    if os.path.isfile(executable):
        return executable
    for folder in path.split(os.pathsep):
        found = os.path.join(folder, executable)
        if os.path.isfile(found):
            return found
    return None
