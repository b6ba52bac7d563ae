# pymp: python=2,3
"""`os.path` is there without `os`, and the same whichever way one comes to it."""
from __future__ import print_function
import os.path
import sys
import os.path as aliased
from os.path import join

print(os.path.join('a', 'b'), aliased is os.path, join is aliased.join, aliased.basename('x/y'))
print(os.sep, os.path.sep, callable(os.getpid))
print('os.path' in sys.modules, sys.modules['os.path'] is os.path, os.path.__name__)
print(__import__('os.path').__name__, __import__('os.path', fromlist=['join']).__name__)
