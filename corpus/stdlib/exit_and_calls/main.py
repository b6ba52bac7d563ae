# pymp: python=3
"""What `sys.exit` makes of tuples and exceptions; modules called as functions; a deque changed by what it compares; empty numbers in CSV."""
import collections, csv, sys, time
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for v in ((42,), (1, 2), (), SystemExit(3), 'x', None):
    try: sys.exit(v)
    except SystemExit as e: print(e.code, e.args)
t(lambda: time())
t(lambda: sys())
d = collections.deque([1, 2, 3])
class E:
    def __eq__(self, o): d.clear(); return True
t(lambda: d.remove(E()))
t(lambda: list(csv.reader(['1,,"a"'], quoting=csv.QUOTE_NONNUMERIC)))
t(lambda: list(csv.reader(['1,,"a",""'], quoting=csv.QUOTE_STRINGS)))
