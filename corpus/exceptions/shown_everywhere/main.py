"""Tracebacks printed in threads and processes, and to whatever stands for the error stream."""
import io, sys, threading, traceback
from multiprocessing import Process, Pool
class Log:
    def __init__(self): self.pieces = []
    def write(self, text): self.pieces.append(text)
def fail(n): return 1 // n
def try_it():
    try: fail(0)
    except Exception: traceback.print_exc(file=sys.stdout); sys.stdout.flush()
def tried(n):
    try: return fail(n)
    except Exception: return traceback.format_exc()
if __name__ == '__main__':
    t = threading.Thread(target=try_it); t.start(); t.join()
    p = Process(target=try_it); p.start(); p.join()
    with Pool(1) as pool:
        for text in pool.map(tried, [0, 1]): print(text)
    own = sys.stderr
    sys.stderr = None
    try: fail(0)
    except Exception: traceback.print_exc()
    sys.stderr = io.StringIO()
    try: fail(0)
    except Exception: traceback.print_exc()
    print(sys.stderr.getvalue())
    sys.stderr = log = Log()
    try: fail(0)
    except Exception: traceback.print_exc()
    print(log.pieces)
    sys.stderr = own
    sys.tracebacklimit = 1
    try: fail(0)
    except Exception: print(traceback.format_exc())
