"""A package with sub-packages and relative imports."""
import shapes
import shapes.solid.cube
from shapes import circle
from shapes.solid import cube as c
import importlib

print(shapes.__name__, shapes.VERSION, circle.__name__, c.__package__, shapes.solid is importlib.import_module('shapes.solid'))
print(circle.area(2), c.volume(3), shapes.solid.cube.describe(), shapes.registry)
print(sorted(shapes.__all__), hasattr(shapes, 'square'))
from shapes import *
print(square.area(5))
try:
    from shapes import hexagon
except ImportError as error:
    print(type(error).__name__, error.name)
try:
    import shapes.nothing
except ModuleNotFoundError as error:
    print(error)
try:
    import shapes.circle.deeper
except ModuleNotFoundError as error:
    print(error)
