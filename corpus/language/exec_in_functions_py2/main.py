# pymp: python=2
"""exec with the variables of a function, a class and a module."""
def f():
    exec 'x = 1'
    print x
    y = 2
    exec 'y = y + 5'
    print y
    exec 'def g(a): return a * 2'
    print g(4), len('abc')
    for i in range(2):
        exec 'z%d = %d' % (i, i * 10)
    print z0, z1
    exec 'del y'
    try:
        print y
    except NameError, e:
        print type(e), e
f()
def h():
    d = {}
    exec 'q = 3' in d
    print d['q'], sorted(locals())
    exec('w = 4', d)
    print d['w']
h()
exec 'top = 5'
print top, 'x' in globals(), 'z0' in globals()
class K:
    exec 'inside = 6'
print K.inside
