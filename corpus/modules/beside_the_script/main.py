# pymp: python=2,3
"""Modules next to main.py: import forms, caching, __name__, side effects once."""
from __future__ import print_function
import sys

print('main starts')
import helper
import helper as again
from helper import LIMIT, double as twice
from constants import *

print(helper.LIMIT, LIMIT, twice(4), helper is again, helper.__name__, __name__)
print(PI, sorted(name for name in dir() if name in ('PI', '_hidden', 'E', 'exported')))
helper.counter += 1
import helper
print(helper.counter, 'helper' in sys.modules, helper.who_called())
print(helper.lazy())
try:
    import does_not_exist
except ImportError as error:
    print(type(error).__mro__[-4].__name__, error)
try:
    from helper import nothing_there
except ImportError as error:
    print(str(error).split('(')[0])
try:
    import broken
except ZeroDivisionError as error:
    print('broken:', error, 'broken' in sys.modules)
