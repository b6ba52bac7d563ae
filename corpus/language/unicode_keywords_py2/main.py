# pymp: python=2
# Keyword arguments whose names are unicode: given to functions, classes, built-ins, and sent to other processes
from __future__ import unicode_literals
import io, sys, multiprocessing, threading, subprocess, collections
def t(name, f):
    try: print name, repr(f())
    except Exception as e: print name, type(e).__name__, e
kw = {'a': 1, 'b': 2}
def f(a, b=3): return a, b
def g(**k): return sorted(k.items())
def h(a, **k): return a, sorted(k.items()), [type(x).__name__ for x in k]
class C(object):
    def __init__(self, a, b): self.a = a
    def m(self, a, b): return a, b
t('f', lambda: f(**kw)); t('g', lambda: g(**kw)); t('h', lambda: h(**kw)); t('C', lambda: C(**kw).a); t('m', lambda: C(1, 2).m(**kw))
t('h0', lambda: h(0, **{'x': 1})); t('fx', lambda: f(**{'x': 1})); t('fe', lambda: f(**{'\u00e9': 1})); t('ge', lambda: g(**{'\u00e9': 1}))
t('dict', lambda: sorted(dict(**kw).items())); t('dict2', lambda: [type(x).__name__ for x in dict(**kw)])
t('fmt', lambda: '{a} {b}'.format(**kw)); t('fmt2', lambda: b'{a} {b}'.format(**kw))
t('sorted', lambda: sorted([3, 1], **{'reverse': True})); t('max', lambda: max([1, 2], **{'key': lambda x: -x}))
t('io', lambda: io.open('/dev/null', **{'mode': 'r'}).read()); t('nt', lambda: collections.namedtuple('P', 'a b')(**kw)); t('int', lambda: int(**{'x': '12', 'base': 8})); t('enum', lambda: list(enumerate([1], **{'start': 4})))
t('lam', lambda: (lambda a, b: a)(**kw)); t('apply', lambda: apply(f, (), kw)); t('dup', lambda: f(1, **kw)); t('map', lambda: f(*(1,), **{'b': 9}))
t('print', lambda: dict({'z': 1}, **kw) == {'z': 1, 'a': 1, 'b': 2})
t('thread', lambda: threading.Thread(target=f, kwargs=kw).run()); t('cls', lambda: threading.Thread(**{'name': 'n'}).name)
t('split', lambda: 'a b'.encode(**{'encoding': 'ascii'})); t('upd', lambda: sorted({}.items())); d = {}; d.update(**kw); t('upd', lambda: [type(k).__name__ for k in d])
t('exc', lambda: ValueError(**kw)); t('obj', lambda: object(**kw)); t('part', lambda: __import__('functools').partial(f, **kw)()); t('type', lambda: type(str('T'), (), kw)); t('cnt', lambda: sorted(collections.Counter(**kw).items())); t('od', lambda: collections.OrderedDict(**{'a': 1}))
def p(q, a, b): q.put((a, b))
if __name__ == '__main__':
    q = multiprocessing.Queue(); x = multiprocessing.Process(target=p, args=(q,), kwargs=kw); x.start(); t('proc', lambda: q.get()); x.join()
    pool = multiprocessing.Pool(1); t('pool', lambda: pool.apply(f, (), kw)); t('pool2', lambda: pool.apply_async(f, kwds={'a': 5}).get()); pool.close()
    t('mq', lambda: multiprocessing.Queue(**{'maxsize': 3}).empty()); t('mp', lambda: multiprocessing.Process(**{'name': 'zed'}).name); t('pool3', lambda: multiprocessing.Pool(**{'processes': 1}).map(abs, [-1]))
