# pymp: python=2,3 stderr=exact
"""Warnings that filters make exceptions, and where they seem to come from."""
from __future__ import print_function
import traceback
import warnings


def careless(level):
    warnings.warn('careless', UserWarning, level)


def explicit():
    warnings.warn_explicit('explicit', RuntimeWarning, 'some.py', 12)


warnings.simplefilter('error')
for call in (lambda: careless(1), lambda: careless(2), explicit):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
        print(traceback.format_exc())


def show(*args):
    raise ValueError('shown: %s' % args[0])


with warnings.catch_warnings():
    warnings.simplefilter('always')
    warnings.showwarning = show
    try:
        careless(1)
    except ValueError as e:
        print(e, traceback.format_exc().splitlines()[-2:])
careless(1)
