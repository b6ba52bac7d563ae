# pymp: stderr=exact
"""What runs after an uncaught exception, and in which order."""
import atexit
import sys
import warnings

atexit.register(print, 'atexit first registered, last run')
atexit.register(lambda: print('atexit last registered, first run'))
warnings.warn('careful')
warnings.warn('old', DeprecationWarning)
sys.stderr.write('to stderr\n')
sys.excepthook = lambda kind, value, trace: print('hook got', kind.__name__, value)
raise LookupError('nothing here')
