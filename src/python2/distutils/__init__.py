"""The parts of distutils that programs use on their own: versions, files and folders, finding and running programs. Nothing is built or installed.

Spec: https://docs.python.org/2.7/distutils/apiref.html
"""

import sys

__version__ = sys.version[:sys.version.index(' ')]
