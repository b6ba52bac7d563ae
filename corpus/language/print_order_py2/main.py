# pymp: python=2
"""print writes each value before it looks at the next; softspace."""
import sys
print 'a\t', 'b', 'x\n', 'y', '', 'z ', 'w', u'u\n', 1
print '\n',
print 'q', ' ', 'r'
print
print 'x',; sys.stdout.write('w'); print 'y'
class F(object):
  def write(self, s): sys.stdout.write('<%r>' % (s,))
f=F()
print >>f, 'a', 'b',
print >>f, 'c', u'd', 1
print >>f
print f.softspace
def g(x):
    print '[in g]',
    return x
print 1, g(2), g(3), 4
print >>sys.stdout, 'a', g(5)
class S:
    def __str__(self):
        print 'strof',
        return 'S\n'
print S(), S(), 'k'
print 1.0, 10**20, None, True, [1], (2,)
class W:
    def __init__(self): self.t=[]
    def write(self, x): self.t.append(x)
w = W()
print >>w, 1, S(), 'a\n', 'b'
print w.t, w.__dict__
print >>None, 'to stdout'
if 1: print 'x', ; print 'y',
for i in range(3): print i,
print
print("a", "b")
print("a"), "b"
print 'end',
