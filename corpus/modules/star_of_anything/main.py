# pymp: python=2,3
import sys
class M(object):
    __slots__ = ('a', '_b')
m = M(); m.a = 1; m._b = 2
class N(object): pass
n = N(); n.x = 1; n._y = 2
class O(object):
    __all__ = ['q']
    __slots__ = ('q',)
o = O(); o.q = 5
class P(object):
    __dict__ = 5
class Q(object):
    __dict__ = {'zz': 1}
class R(object):
    __all__ = 5
class S(object):
    __all__ = ['missing']
for name, value in [('m', m), ('n', n), ('o', o), ('p', P()), ('q2', Q()), ('r', R()), ('s', S()), ('i', 0)]:
    sys.modules[name] = value
    try:
        exec('from %s import *' % name)
        print(name + ' ok ' + repr(sorted(k for k in list(globals()) if k in ('a', 'x', '_y', 'q', 'zz'))))
    except BaseException as e:
        print('%s %s %s' % (name, type(e).__name__, e))
class T(object):
    __all__ = ('x', 5)
    x = 1
class U(object):
    def __getitem__(self, i):
        return ['x', 'a'][i]
class V(object):
    __all__ = U()
    x = 7
    a = 8
class W(object):
    pass
w = W()
w.__dict__[5] = 1
for name, value in [('t', T()), ('v', V()), ('w', w)]:
    sys.modules[name] = value
    try:
        exec('from %s import *' % name)
        print(name + ' ok ' + repr((x, a)))
    except BaseException as e:
        print('%s %s %s' % (name, type(e).__name__, e))
sys.modules['gone'] = None
try:
    import gone
except ImportError as e:
    print(type(e).__name__ + ' %s' % e)
