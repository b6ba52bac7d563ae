"""vars() and dir() of an object, and of the function that calls them."""
class A:
    def __init__(self): self.x = 1
def f(a, b=2):
    c = 3
    print(sorted(vars()), sorted(dir()), vars(a), [n for n in dir(a) if n[0] != '_'])
    print(sorted(vars(*())), sorted(dir(*[])), vars(*[a]))
    try: print(vars(3))
    except TypeError as e: print(e)
    try: print(vars(a, b))
    except TypeError as e: print(e)
    try: print(dir(a, b))
    except TypeError as e: print(e)
    print([vars(x) for x in (a,)], sorted(vars(A))[:2])
    class B:
        q = 1
        print(sorted(n for n in vars() if n[0] != '_'), vars(a))
f(A())
def g():
    vars = lambda *a: ('own', a)
    return vars(), vars(1)
print(g())
