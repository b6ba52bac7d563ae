# pymp: python=2,3
# Docstrings as __doc__ holds them.
def f():
	"""doc
	string
	  more
	"""
print(repr(f.__doc__))
class A:
    """x

      y
    """
print(repr(A.__doc__))
def g():
    """	tabbed	first
        deeper

      less
	    tab
    """
print(repr(g.__doc__))
class E:
    '''   lead'''
def h():
    """a

    """
print(repr(E.__doc__), repr(h.__doc__))
for text in ('"""shown"""', '"""shown"""\nx = __doc__', 'x = 1'):
    names = {}
    exec(text, names)
    print(sorted(names), names.get('__doc__'), names.get('x'))
