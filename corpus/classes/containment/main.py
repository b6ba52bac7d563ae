# pymp: python=3
"""`in` says that a container cannot be gone through, whatever TypeError its `__iter__` raised."""
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class I(object):
    def __iter__(self): return 5
class J(object):
    def __iter__(self): raise TypeError('own')
class K(object):
    def __iter__(self): raise ValueError('own')
class N(object):
    __iter__ = None
class G(object):
    def __getitem__(self, i): raise TypeError('own')
for c in (I, J, K, N, G): t(lambda: 1 in c())
