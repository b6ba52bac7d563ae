# pymp: python=2,3 stderr=last-line
"""A package that is not there: programs that can do without it do, the others end as they do in CPython, with advice before the traceback."""
try:
    import numpy_is_not_here as np
except ImportError as e:
    np = None
    print(e)
try:
    from not_here.at_all import thing
except (ImportError, AttributeError) as e:
    print(type(e).__name__)
print(np)


def late():
    import not_here.either


late()
