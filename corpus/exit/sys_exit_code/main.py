"""sys.exit with a number; cleanup runs."""
import atexit
import sys

atexit.register(print, 'atexit')
try:
    sys.exit(3)
finally:
    print('finally')
