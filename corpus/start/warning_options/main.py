# pymp: python=2,3
"""Options for warnings are looked at, and complained of, before the program begins."""
from __future__ import print_function
import os
import subprocess
import sys

CHECK = "import sys; print('warnings' in sys.modules, sys.warnoptions)"


def run(*args, **environ):
    child = subprocess.Popen(
        [sys.executable] + list(args), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, **environ),
        universal_newlines=True)
    out, err = child.communicate()
    print(args[0], repr(out), repr(err))


run('-Wxxx', '-c', 'pass')
run('-Werror::NoWarning', '-c', 'pass')
run('-Werror:x:UserWarning:m:zz', '-c', CHECK)
run('-Wa:b:c:d:e:f', '-c', CHECK)
run('-Wignore', '-c', CHECK)
run('-c', CHECK, PYTHONWARNINGS='yyy,ignore')
run('-c', 'import warnings; warnings.warn("shown")', PYTHONWARNINGS='error')
