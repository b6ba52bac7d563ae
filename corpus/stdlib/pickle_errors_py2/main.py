# pymp: python=2 mask=address
# What pickle and cPickle raise: each has exceptions of its own. What holds a lock cannot be pickled.
import cPickle
import multiprocessing
import pickle
import Queue
import StringIO
import sys
import threading

for module in (pickle, cPickle):
    print module.__name__, [(name, getattr(module, name), getattr(module, name).__mro__[1])
                            for name in sorted(dir(module)) if name.endswith(('Error', 'Get'))]

BAD = ['', 'N', 'J', "T\3\0\0\0ab", '(N', 'Vabc', 'X\3\0\0', '(N', '1', 's', 'Ns', 't', 'a', 'b', 'o', '\x85', 'g0\np0\n', 'h\0q\0', 'gx\n',
       'garyp', 'x', '\xff', "'", 'p0\n', 'q\0', 'Sabc\n.', "S'abc\n.", "S'\n.", "S'\\'\n.", "S'a'b\n.", 'I01\n.', 'L5\n.', '\x80\3N.',
       'Pabc\n.', 'NQ.', '\x82\1.', 'cnosuch\nx\n.', 'cos\nnosuch\n.', 'NNb.', '(lNa.', 'NNa.', 'NNNs.', 'N(NNu.', 'X\1\0\0\0\xe9.', 'I99999999999999999999\n.', 'N.xyz']
for text in BAD:
    for module in (pickle, cPickle):
        for load in (module.loads, lambda text: module.load(StringIO.StringIO(text))):
            try:
                print repr(text), module.__name__, load(text)
            except Exception as error:
                where = type(error).__module__.split('.')[-1]
                what = '' if isinstance(error, IndexError) else error.args
                print repr(text), module.__name__, where, type(error).__name__, what


def function():
    pass


class Holder(object):
    def __init__(self):
        self.lock = threading.Lock()


class Old:
    def __init__(self):
        self.lock = threading.Lock()


class Wrong(object):
    def __reduce__(self):
        return 1


def same(value):
    return value


OBJECTS = [lambda: 0, sys, threading.Lock(), threading.RLock(), threading.Condition(), threading.Event(), threading.Semaphore(),
           threading.BoundedSemaphore(), threading.Thread(), threading.Timer(1, len), Queue.Queue(), Holder(), Old(), sys._getframe(),
           (x for x in 'a'), 2 ** 40, -2 ** 62, 2 ** 40 + 0L, 2 ** 70]
pool = multiprocessing.Pool(1)
for o in OBJECTS:
    for module in (pickle, cPickle):
        for protocol in (0, 2):
            try:
                print module.__name__, protocol, repr(module.dumps(o, protocol))
            except Exception as error:
                if (module, protocol) == (cPickle, 0) and isinstance(o, type(function)):
                    continue
                print module.__name__, protocol, type(error).__module__, type(error).__name__, error
    try:
        print 'pool', pool.apply_async(same, (o,)).get(3) == o
    except Exception as error:
        print 'pool', type(error).__name__, error
        pool.terminate()
        pool = multiprocessing.Pool(1)
pool.terminate()

pickler = cPickle.Pickler(2)
items = [1]
pickler.dump(items)
print pickle.loads(pickler.getvalue())
out = StringIO.StringIO()
cPickle.Pickler(out, protocol=1).dump({'a': 1})
print repr(out.getvalue()), cPickle.Unpickler(StringIO.StringIO(out.getvalue())).load()
try:
    class Sub(cPickle.Pickler):
        pass
except TypeError as error:
    print 'TypeError'


class Mine(pickle.Pickler):
    pass


out = StringIO.StringIO()
Mine(out, 2).dump('mine')
print repr(out.getvalue()), pickle.Unpickler(StringIO.StringIO(out.getvalue())).load()
print repr(pickle.MARK), repr(pickle.PROTO), repr(pickle.TRUE), repr(pickle.LONG4), hasattr(pickle, 'FRAME')
