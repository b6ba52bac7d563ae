# pymp: python=3
"""reversed() of texts and tuples: what is left, copies and classes of the own."""
for s in ('', 'abc', 'aé€😀b\U0001F600', 'x'*5, ()):
    r=reversed(s); print(list(r), list(r), r.__length_hint__())
r=reversed((1,2,3)); print(next(r), r.__length_hint__(), list(r), list(r))
r=reversed('a😀b'); print(next(r), r.__reduce__(), next(r), next(r), next(r,None), r.__reduce__()); 
class T(tuple):
    def __getitem__(s,i): return i*10
print(list(reversed(T((1,2,3)))))
class S(str):
    def __getitem__(s,i): return i
print(list(reversed(S('abc'))))
r=reversed((1,2)); next(r); r.__setstate__(0); print(list(r)); r=reversed((1,2)); r.__setstate__(99); print(list(r)); r=reversed('ab'); r.__setstate__(-5); print(list(r))
