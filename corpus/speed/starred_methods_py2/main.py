# pymp: python=2
class A(object):
    def m(self,*a): return (len(a),)+a
class Old:
    def m(self,*a): return (len(a),)+a
for o in A(),Old():
    o.own=lambda *a:('own',)+a
    print o.m(*[1,2]), o.m(1,*(2,)), o.own(*(4,)), o.m(*())
    for f in (lambda:o.m(*5),lambda:o.m(1,*5),lambda:o.own(*5),lambda:[].append(*5),lambda:len(*5),lambda:o.nope(*5)):
        try: print f()
        except Exception as e: print type(e).__name__,e
