# pymp: python=2,3
"""The module of the builtins is shown as built in, under each of its names; a module of the program's that is called so is not."""
import sys
import types

print(__builtins__)
print(sys.modules[__builtins__.__name__] is __builtins__)
print(types.ModuleType('sound'))
