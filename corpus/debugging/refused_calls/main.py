# pymp: python=2,3
"""A call beyond the recursion limit has no frame, and so none in a traceback, in a program that may watch its functions, too."""
from __future__ import print_function
import sys
import traceback


def never_watched():
    sys.settrace(None)


def ping():
    pong()


def pong():
    ping()


limit = sys.getrecursionlimit()
sys.setrecursionlimit(100)
try:
    ping()
except RuntimeError:
    sys.setrecursionlimit(limit)
    lines = [entry[1] for entry in traceback.extract_tb(sys.exc_info()[2])]
    print(sorted(set(lines[1:])), len(lines) > 80)
