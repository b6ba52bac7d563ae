# pymp: python=2,3
"""Special methods that are no functions are called, and cannot be."""
def attempt(f,*a,**k):
    try: print(f(*a,**k))
    except Exception as e: print(type(e).__name__, str(e))
class A(object): __len__=5
attempt(len, A())
attempt(bool, A())
attempt(list, A())
class B(object): __iter__=5
attempt(list,B())
attempt(iter,B())
class C(object):
    __getitem__=5; __call__=7; __add__=3; __str__=9; __contains__=1; __hash__=4; __eq__=5; __lt__=3; __enter__=1; __exit__=2; __next__=next=3; __int__=3; __float__=3; __index__=3; __neg__=2; __setitem__=1; __delitem__=2; __abs__=3; __bool__=__nonzero__=5; __format__=3; __repr__=1; __reversed__=4; __radd__=4; __iadd__=4
attempt(lambda: C()[1])
attempt(lambda: C()())
attempt(lambda: C()+1)
attempt(lambda: 1+C())
attempt(str, C())
attempt(repr, C())
attempt(lambda: 1 in C())
attempt(hash, C())
attempt(lambda: C()==1)
attempt(lambda: C()<1)
attempt(lambda: 1>C())
def w():
    with C(): pass
attempt(w)
attempt(next, C())
attempt(int, C())
attempt(float, C())
attempt(lambda: [1][C()])
attempt(lambda: -C())
def s(): C()[1]=2
attempt(s)
def s(): del C()[1]
attempt(s)
attempt(abs,C())
attempt(bool,C())
attempt(format, C())
attempt(reversed,C())
def s():
    a=C(); a+=1; return a
attempt(s)
attempt(lambda: '%s'%C())
attempt(lambda: {C():1})
attempt(max, C(), 1)
