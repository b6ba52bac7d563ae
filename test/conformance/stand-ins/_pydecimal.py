"""What the tests of `decimal` compare with: there is one implementation here, which their tests of CPython's second one run on too."""
import sys

_blocked = sys.modules.pop('_decimal', None)
from _decimal import *
from _decimal import __version__, __libmpdec_version__
sys.modules['_decimal'] = _blocked
