# pymp: python=2,3 stderr=exact
"""sys.exit with a message: stderr, exit code 1."""
from __future__ import print_function
import sys


def main():
    print('about to leave')
    sys.exit('fatal: %s' % ['no', 'disk'])


main()
