# pymp: python=2,3
from __future__ import print_function
import sys
try:
    sys.exit(1)
except SystemExit as stop:
    print('caught', stop.code)
try:
    exit()
except SystemExit as stop:
    print('exit() gave', stop.code)
raise SystemExit(260)
