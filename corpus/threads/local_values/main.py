# threading.local: every thread has attributes of its own, and __init__ of a subclass runs in each.
import threading
class L(threading.local):
    attr = 5
    def __init__(self, v, k=None):
        print('init', v, k)
        self.v = v
    def double(self):
        self.v *= 2
        return self.v
l = L(3, k=4)
def f():
    print(l.v, l.__dict__); l.v += 1; print(l.v, hasattr(l, 'zz'), l.attr)
    l.attr = 7
    print(l.attr, L.attr, l.double(), sorted(vars(l)))
    try: l.nothing
    except AttributeError as e: print(e)
    del l.attr
    print(l.attr)
f()
t = threading.Thread(target=f); t.start(); t.join()
l.attr = 'main'
t = threading.Thread(target=f); t.start(); t.join()
print(l.v, l.attr)
plain = threading.local()
plain.n = 1
def g():
    try: print(plain.n)
    except AttributeError as e: print(e)
    plain.n = 2
    print(plain.n)
t = threading.Thread(target=g); t.start(); t.join()
print(plain.n, plain.__dict__)
try: threading.local(1)
except TypeError as e: print(e)


def other_thread():
    print(sorted(slow.__dict__))
    slow.number = 11
    print(slow.number)


import _threading_local
slow = _threading_local.local()
slow.number = 42
thread = threading.Thread(target=other_thread)
thread.start()
thread.join()
print(slow.number)


class Own(threading.local):
    pass


for local in (threading.local(), Own()):
    for change in (lambda: setattr(local, '__dict__', {}), lambda: delattr(local, '__dict__'), lambda: local.__setattr__('__dict__', {})):
        try:
            change()
        except AttributeError as error:
            print(error)
