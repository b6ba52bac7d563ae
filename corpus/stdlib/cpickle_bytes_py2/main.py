# pymp: python=2
"""The bytes of pickles, of both modules; instances of old-style classes go by INST and OBJ."""
import cPickle, pickle
class C(object):
    def __init__(self): self.a = [1, 2]; self.b = self.a
class O:
    def __init__(self): self.a = 'x'; self.b = u'y'
s = 'shared'
for v in ([1, 2], {'a': 1}, (1, 2), [s, s], C(), O(), [[], []], {'k': [1, {'z': (1, 2)}]}, 1.5, 12L, None, True, set([1]), [s, [s]], range(3), C, ()):
    for p in 0, 1, 2:
        print repr(cPickle.dumps(v, p))
    print repr(pickle.dumps(v, 0))
class Args:
    def __init__(self, x): self.x = x
    def __getinitargs__(self): return (self.x,)
    def __getstate__(self): return {'s': 1}
    def __setstate__(self, s): self.got = s
for module in cPickle, pickle:
    for p in 0, 1, 2:
        text = module.dumps(Args(5), p)
        again = module.loads(text)
        print repr(text), again.x, again.got
        o = module.loads(module.dumps(O(), p))
        print o.a, repr(o.b), o.__class__
        shared = []
        pair = module.loads(module.dumps((shared, shared), p))
        print pair[0] is pair[1]
