import os
state = []
COUNT = 3
class Thing:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, Thing) and o.n == self.n
    def __hash__(self): return hash(self.n)
    def __repr__(self): return 'Thing(%d)' % self.n
def work(x):
    state.append(x)
    return x * COUNT
_private = 9
