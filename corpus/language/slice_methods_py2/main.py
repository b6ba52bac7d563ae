# pymp: python=2
class A(object):
    def __getitem__(self, k): print 'get', k
    def __setitem__(self, k, v): print 'set', k, v
    def __delitem__(self, k): print 'del', k
    def __getslice__(self, i, j): print 'gs', i, j
    def __setslice__(self, i, j, v): print 'ss', i, j, v
    def __delslice__(self, i, j): print 'ds', i, j
    def __len__(self): return 10
a = A()
a[4:2]; a[4:2] = 1; del a[4:2]; a[-3:]; a[:] = 2; a[::1] = 3; a[1:2:1]; a[0:5] = 'x'
class B(A): pass
b = B(); b[1:2] = 3; del b[1:2]; b[1:2]
class S(list):
    def __setslice__(self, i, j, v): print 'S', i, j, v
s = S(); s[1:2] = 4
class O:
    def __setslice__(self, i, j, v): print 'O', i, j, v
    def __delslice__(self, i, j): print 'OD', i, j
o = O(); o[1:2] = 5; del o[:]
l = range(5); l[1:3] = 'ab'; del l[3:]; l[0:0], l[5:] = [7], [8]; print l
class L(list): pass
l = L([1, 2, 3]); l[1:] = [9]; print l; del l[:1]; print l
try: 'abc'[0:1] = 'x'
except TypeError as e: print e
try: (1,)[0:1] = 'x'
except TypeError as e: print e
try: del 'abc'[0:1]
except TypeError as e: print e
class N(object): pass
try: N()[1:2] = 3
except TypeError as e: print e
try: del N()[1:2]
except TypeError as e: print e
