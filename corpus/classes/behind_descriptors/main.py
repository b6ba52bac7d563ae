# pymp: python=2,3
"""What is in an instance behind a data descriptor shows when the class has something else under the name."""
class D(object):
    def __get__(self,a,b): return 'get'
    def __set__(self,a,b): a.__dict__['x']=b
def t(**ns):
    B=type('B',(object,),dict(x=D(),**ns))
    a=B(); a.__dict__['x']=9
    b=B(); b.x=7
    print(a.x, b.x, vars(a), vars(b))
    B.x=3
    print(a.x,getattr(a,'x'), b.x, vars(a))
    del B.x
    print(a.x,getattr(a,'x'), b.x)
    B.x=D()
    print(a.x,getattr(a,'x'), b.x)
    B.x=property(lambda s: 'p')
    print(a.x,getattr(a,'x'), b.x, B().x)
    del a.__dict__['x']
    print(a.x)
    B.x=4
    print(a.x,b.x)
t()
t(__setattr__=lambda s,n,v: object.__setattr__(s,n,[v]))
t(__getattr__=lambda s,n: 'ga')


class OnlySet(object):
    def __set__(self, a, b):
        a.__dict__['x'] = b


class Holder(object):
    x = OnlySet()


holder = Holder()
print(type(holder.x).__name__)
for value in (1, None, 1.5):
    holder.x = value
    print(holder.x)
