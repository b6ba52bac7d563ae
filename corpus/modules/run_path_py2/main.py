# pymp: python=2
"""Programs and modules that are run by `runpy`."""
import runpy

with open('other.py', 'w') as f:
    f.write('print __name__, __file__\nx = 1\n')
print runpy.run_path('other.py')['x']
print runpy.run_path('other.py', {'y': 2}, '__main__')['y']
print runpy.run_module('other')['x']
print runpy.run_module('other', run_name='named')['__name__']
