"""A module whose class is changed: it has properties from then on."""
import sys, types
class Props(types.ModuleType):
    @property
    def answer(self): return self.base + 1
    def __setattr__(self, n, v):
        print('set', n, v); super().__setattr__(n, v)
base = 41
sys.modules[__name__].__class__ = Props
me = sys.modules[__name__]
print(me.answer, type(me).__name__, '__class__' in globals())
me.other = 5
print(other, me.other)
try: me.answer = 3
except AttributeError as e: print(e)
