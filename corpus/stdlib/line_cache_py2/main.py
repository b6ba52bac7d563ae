# pymp: python=2
import tempfile, shutil, linecache, traceback, sys, dummy_thread, os
d = __file__; here = tempfile.mkdtemp()
print repr(linecache.getline(d, 1)), repr(linecache.getline(d, 0)), repr(linecache.getline(d, 9999)), repr(linecache.getline('nope.py', 1)), repr(linecache.getline('<x>', 1)), repr(linecache.getline(d, -1))
open(here + '/lc.txt', 'w').write('a\r\nb\x0cc\nd')
print linecache.getlines(here + '/lc.txt'); open(here + '/lc.txt', 'w').write('longer text now'); print linecache.getlines(here + '/lc.txt'); linecache.checkcache(here + '/lc.txt'); print linecache.getlines(here + '/lc.txt'); linecache.clearcache(); print linecache.cache
open(here + '/lc.txt', 'w').write(''); print linecache.getlines(here + '/lc.txt')
def f(n):
    if n: return f(n - 1)
    traceback.print_stack(file=sys.stdout, limit=2)
    print [e[1:] for e in traceback.extract_stack()], [e[1:] for e in traceback.extract_stack(limit=1)]
    print len(traceback.format_stack())
    raise ValueError('x', n)
try: f(2)
except ValueError:
    traceback.print_exc(file=sys.stdout)
    print traceback.format_exc(1)
    traceback.print_tb(sys.exc_info()[2], 2, sys.stdout)
    traceback.print_exc(2, sys.stdout)
    print traceback.tb_lineno(sys.exc_info()[2])
for a, b in ((None, None), (ValueError, ValueError('y')), (ValueError, None), (ValueError, ''), (SyntaxError, SyntaxError('bad')), (SyntaxError, SyntaxError('bad', ('f', 3, 5, 'ab\tcd ef\n'))), (SyntaxError, SyntaxError('bad', (None, 3, None, None))),(SyntaxError, SyntaxError('bad', (None, 3, None, '  x'))), ('old', 'v'), (KeyError, KeyError(u'\xe9'))):
    print traceback.format_exception_only(a, b)
class U(Exception):
    def __str__(self): raise 1
print traceback.format_exception_only(U, U()), traceback.format_exception_only(UnicodeError, UnicodeError(u'\u20ac'))
sys.tracebacklimit = 1
try: f(2)
except ValueError: print traceback.format_exc()
try: traceback.print_last()
except ValueError, e: print e
except AttributeError, e: print e
l = dummy_thread.allocate_lock()
print l.acquire(), l.acquire(0), l.acquire(1), l.locked(), l.release(), l.locked()
try: l.release()
except dummy_thread.error, e: print repr(e)
with l: print l.locked()
def g(*a, **k):
    print a, k
    if a: dummy_thread.exit()
    dummy_thread.interrupt_main(); print 'after'
dummy_thread.start_new_thread(g, (1,), {'x': 2})
try: dummy_thread.start_new_thread(g, ())
except KeyboardInterrupt: print 'KI'
for a in (([],), ((), [])):
    try: dummy_thread.start_new_thread(g, *a)
    except TypeError, e: print e
print dummy_thread.get_ident(), dummy_thread.stack_size()
try: dummy_thread.stack_size(5)
except dummy_thread.error, e: print e
shutil.rmtree(here)
