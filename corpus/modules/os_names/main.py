# pymp: python=2,3
"""What os says of the system, before and after the program changes it."""
from __future__ import print_function
import os
print(os.name, os.sep, repr(os.linesep), os.devnull, os.pathsep, os.curdir, os.pardir, os.extsep, os.defpath, os.altsep, os.path.sep)
os.sep = '!'
print(os.sep, os.path.sep)
del os.name
try:
    os.name
except AttributeError as e:
    print(e)
