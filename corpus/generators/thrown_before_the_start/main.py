# pymp: python=2,3 stderr=exact
"""What is thrown into a generator that has not begun comes from its first line."""
import traceback


def numbers():
    yield 1


def throws():
    numbers().throw(KeyError('y'))


fails = (lambda:
         (_ for _ in ()).throw(ValueError('x')))
for call in (throws, fails):
    try:
        call()
    except (KeyError, ValueError):
        print(traceback.format_exc())
fails()
