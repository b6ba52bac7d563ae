# pymp: python=2
import cPickle
import copy_reg
import types
from multiprocessing import Pool


class Counter(object):
    def add(self, x):
        return x + 1

    def __call__(self, x):
        return x * 2


def reduce_method(method):
    return getattr, (method.im_self, method.im_func.__name__)


def outcome(call, *args):
    try:
        return call(*args)
    except Exception, error:
        return '%s: %s' % (type(error).__name__, error)


if __name__ == '__main__':
    pool = Pool(2)
    print outcome(pool.map, Counter().add, [1, 2])
    print outcome(pool.map, lambda x: x, [1, 2])
    print outcome(pool.map, Counter(), [1, 2])
    print type(Counter().add), type(Counter.add), type(iter([])), type({}.iteritems())
    for thing in (Counter().add, Counter.add, [].append, iter([1]), Ellipsis, NotImplemented):
        for protocol in 0, 1, 2:
            print outcome(cPickle.dumps, thing, protocol)
    pool.close()
    pool.join()
    copy_reg.pickle(types.MethodType, reduce_method)
    pool = Pool(2)
    print pool.map(Counter().add, [1, 2])
    pool.close()
    pool.join()
