# pymp: python=2,3
from __future__ import print_function
import warnings
warnings.simplefilter('ignore')
import sys, os, time, threading
main_thread = threading.current_thread()
gate = threading.Event()
def idle():
    gate.wait()
o = threading.Thread(target=idle, name='idle'); o.daemon = True; o.start()
def show(what):
    c = threading.current_thread()
    print(what, c.name, c is main_thread, c is w, type(c).__name__, [t.is_alive() for t in (main_thread, w, o)], sorted(t.name for t in threading.enumerate()), threading.active_count())
    if sys.version_info[0] == 3:
        m = threading.main_thread()
        print(m.name, m is c, m is main_thread, c.ident == threading.get_ident(), type(m).__name__)
    sys.stdout.flush()
def worker():
    sys.stdout.flush()
    pid = os.fork()
    if pid != 0:
        os.waitpid(pid, 0)
        return
    show('child of thread')
    main_thread.join()
    o.join()
    t = threading.Thread(target=lambda: show('thread of child'))
    t.start(); t.join()
    try: w.join()
    except RuntimeError as e: print(e)
    print(t.is_alive())
w = threading.Thread(target=worker, name='work')
w.start()
w.join()
pid = os.fork()
if pid:
    os.waitpid(pid, 0)
else:
    show('child of main')
    o.join(); w.join()
    print('joined')
    sys.stdout.flush()
    os._exit(0)
gate.set()

import multiprocessing


class Named(threading.Thread):
    tag = 'class'

    def run(self):
        self.tag = 'running'
        p = multiprocessing.Process(target=child, args=(self,))
        p.start()
        p.join()
        print(p.exitcode)


def child(thread):
    c = threading.current_thread()
    print(c.name, c is thread, c.tag, c.is_alive(), main_thread.is_alive(), threading.active_count())
    main_thread.join()
    sys.stdout.flush()


n = Named(name='named')
n.start()
n.join()
