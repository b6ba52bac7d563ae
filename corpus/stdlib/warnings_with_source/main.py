# pymp: python=3
"""Warnings that say what they are about."""
import io
import sys
import warnings


class Thing:
    pass


thing = Thing()
warnings.simplefilter('always')
sys.stderr = io.StringIO()
warnings.warn('left open', ResourceWarning, source=thing)
warnings.warn('as usual', UserWarning)
lines = [line.partition(': ')[2] if '.py:' in line else line for line in sys.stderr.getvalue().splitlines()]
sys.stderr = sys.__stderr__
print(*lines, sep='\n')

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('left open', ResourceWarning, source=thing)
    warnings.warn_explicit('explicit', ResourceWarning, 'file.py', 3, source=thing)
    warnings.warn('none', DeprecationWarning)
for one in caught:
    print(one.message, one.category.__name__, one.source is thing, one.file, one.line)
