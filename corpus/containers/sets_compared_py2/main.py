# pymp: python=2
"""cmp of sets, which have no order of three ways."""
def t(f, *a):
    try: print repr(f(*a))
    except BaseException as e: print type(e).__name__, str(e)
s, f = set, frozenset
class S(set): pass
for a, b in ((s(), f([1])), (f([1]), s()), (s([1]), f([1])), (s([1]), f([2])), (s(), s()), (s([1]), s([1,2])), (S([1]), s([1, 2])), (S([1]), s([2])), (S(), S())):
    t(cmp, a, b)
x = s(); t(cmp, x, x)
