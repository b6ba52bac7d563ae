# pymp: python=3
"""The texts that help() prints where nobody sits at a terminal."""
class Base:
    """A base."""
    def inherited(self, a, b=1, *args, c: int = 5, **kw) -> str:
        """What is inherited."""
class T(Base):
    """Doc of T.

    More of it."""
    x = 1
    def __init__(self, size): 'Makes one.'
    def m(self):
        """Doc of m."""
    @property
    def p(self): "A property."
    @classmethod
    def c(cls): "A class method."
    @staticmethod
    def s(): "A static method."
    def _private(self): pass
def function(a, /, b, *, c=None):
    """Does something.

    In two paragraphs."""
class Empty: pass
help(T)
help(T.m)
help(function)
help(Empty)
help(T(1).m)
help(T.p)
help('nothing of that name')
print(repr(help), type(help))
