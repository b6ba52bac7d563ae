# pymp: python=2
# Which wrong argument of a str method is complained about
def t(f):
    try: print repr(f())
    except Exception as e: print type(e).__name__, e
for s in ('', 'abab', u'abab'):
    for args in (((64,), 'ab', 'x'), ((64,), 'ab'), ('a', 5, None), ('a', 5), ('a', 'b', 1.5), ('a', u'b', 1), (u'a', (), 'x'), ('a', 'b', None), ('a', 'b', -1), ('a', 'b', 2**70)):
        t(lambda: s.replace(*args))
    for args in ((5, 'x'), (None, 'x'), ('a', 'x'), (5,), ('a', None), ('a', 2**70), ('', 'x'), (u'', 1)):
        t(lambda: s.split(*args)); t(lambda: s.rsplit(*args))
    for args in ((5, 'x'), ('a', 'x'), ('a', 1.5), ('a', None, None), (5,), ('a', 1, 'x')):
        t(lambda: s.find(*args)); t(lambda: s.count(*args)); t(lambda: s.startswith(*args)); t(lambda: s.index(*args))
    for args in (('x', 5), (5, 5), (5, 'xx'), ('x', 'xx'), (5, u'y'), (1.5,)):
        t(lambda: s.center(*args)); t(lambda: s.ljust(*args))
