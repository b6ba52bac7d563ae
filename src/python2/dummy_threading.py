"""What `threading` has, under the name for programs that do without threads where there are none: here there are.

Spec: https://docs.python.org/2.7/library/dummy_threading.html
"""

from threading import *
from threading import __all__
