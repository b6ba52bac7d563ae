# pymp: python=2
class A: pass
class N(object): pass
class C(object):
    def __int__(self): return 65
class I(object):
    def __index__(self): return 65
for v in (None, 1.5, [], A(), N(), C(), I(), 'ab', '', u'a', u'ab', u'\xe9', 65L, True, 300, -1, 10**30, 65.0, (1,), 1j):
    for f in ('%c', '%d', '%x', '%f', u'%c', u'%d', '%i', '%5c'):
        try: print repr(f % (v,)),
        except Exception as e: print type(e).__name__, str(e).replace('0x', ''),
    print
for a in ((2, -2, ''), (2, -2, None), (2, -2, 5), (2, 2, ''), (2, 2, 1.5), (2.0, 2, 3), (2, 2L, 3), (2, 2, 0), (2, -1L, 3), (1j, 2, 3), (2, 1j, 3), ('a', 2, 3), (2, 'a', 3), (2L, -2, ''), (2, 2.0, 3), (2, -2, 1j), (2L, 2, 1.5), (2.5, 2, ''), (2, None, 3), (A(), 2, 3), (2, A(), 3), (True, True, True), (2, 3, -5), (2.0, 3.0, None)):
    try: print repr(pow(*a)),
    except Exception as e: print type(e).__name__, e

for code in "diuxXo":
    for value in (float("nan"), float("-inf"), 1e20, 3.7):
        try:
            print ("%" + code) % value
        except TypeError as error:
            print error
