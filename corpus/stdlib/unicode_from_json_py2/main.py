# pymp: python=2
# What json gives has unicode keys and texts: as keyword arguments, attributes, configuration, and in other processes
import json, logging, logging.config, sys, os, csv, StringIO, collections, subprocess, string, pickle, copy, datetime, threading, Queue, multiprocessing, argparse, urllib, urlparse, re, functools, operator, itertools, types, inspect
def t(n, f):
    try: print n, repr(f())
    except Exception as e: print n, type(e).__name__, e
cfg = json.loads('''{"version": 1, "formatters": {"f": {"format": "%(levelname)s %(message)s"}}, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout", "level": "DEBUG"}}, "loggers": {"a": {"handlers": ["h"], "level": "INFO", "propagate": false}}, "root": {"level": "WARNING"}}''')
t('cfg', lambda: logging.config.dictConfig(cfg)); logging.getLogger('a').info('hello %s', u'x'); logging.getLogger(u'a').info(u'hi')
d = json.loads('{"name": "bob", "age": 3, "tags": ["a", "b"], "nested": {"x": 1.5}}')
t('pct', lambda: '%(name)s %(age)d' % d); t('tmpl', lambda: string.Template('$name').substitute(d)); t('tmpl2', lambda: string.Template('$name').substitute(**d)); t('fmt', lambda: '{name} {age} {nested[x]} {tags[0]}'.format(**d)); t('ufmt', lambda: u'{name}'.format(**d))
t('nt', lambda: collections.namedtuple('P', 'name age tags nested')(**d)); t('ntk', lambda: collections.namedtuple('P', d.keys())._fields)
t('nt2', lambda: collections.namedtuple(u'P', [u'a', u'b'])(1, 2))
t('type', lambda: type('C', (object,), dict((str(k), v) for k, v in d.items()))().name)
class C(object):
    def __init__(self, **kw): self.__dict__.update(kw)
    def __repr__(self): return 'C(%s)' % ', '.join('%s=%r' % i for i in sorted(vars(self).items()))
t('C', lambda: C(**d)); t('pick', lambda: pickle.loads(pickle.dumps(C(**d), 2))); t('copy', lambda: copy.deepcopy(C(**d)))
t('hook', lambda: json.loads('{"a": {"b": 1}}', object_hook=lambda x: C(**x)))
t('hook2', lambda: json.loads('{"a": 1}', object_pairs_hook=collections.OrderedDict))
out = StringIO.StringIO(); w = csv.DictWriter(out, [u'name', u'age']); t('csv', lambda: (w.writeheader(), w.writerow({u'name': u'x', u'age': 1}))); print repr(out.getvalue())
os.environ[u'UNI'] = u'val'; t('env', lambda: (os.environ['UNI'], subprocess.check_output('echo $UNI', shell=True))); t('env2', lambda: subprocess.Popen([u'sh', u'-c', u'echo $Q'], env={u'Q': u'z', 'PATH': os.environ['PATH']}, stdout=subprocess.PIPE).communicate()[0])
t('cmd', lambda: subprocess.check_output(u'echo a b', shell=True)); t('call', lambda: subprocess.call([u'test', u'a', u'=', 'a']))
t('kwq', lambda: Queue.Queue(**{u'maxsize': 2}).maxsize); t('th', lambda: threading.Thread(**{u'target': len, u'args': ([],), u'name': u'tt'}).getName())
p = argparse.ArgumentParser(prog='p'); t('arg', lambda: p.add_argument(u'--foo', **json.loads('{"default": 5, "help": "h", "dest": "bar", "metavar": "M"}'))); t('args', lambda: p.parse_args([u'--foo', u'3'])); t('args2', lambda: vars(p.parse_args([])))
t('dt', lambda: datetime.datetime(**json.loads('{"year": 2000, "month": 1, "day": 2}'))); t('td', lambda: datetime.timedelta(**{u'days': 2})); t('dt2', lambda: datetime.datetime(2000, 1, 1).replace(**{u'year': 1999}))
t('int', lambda: int(u'12', **{u'base': 8})); t('sorted', lambda: sorted([3, 1], **{u'reverse': True})); t('open', lambda: open(u'/dev/null', **{u'mode': u'r'}).read()); t('print', lambda: max([1, 2], **{u'key': lambda x: -x}))
t('re', lambda: re.compile(u'a', **{u'flags': re.I}).sub(u'b', 'A')); t('url', lambda: urllib.urlencode(d)); t('qs', lambda: urlparse.parse_qs(u'a=1&b=2'))
t('part', lambda: functools.partial(C, **d)()); t('insp', lambda: inspect.getcallargs(lambda a, b=2, **k: 0, 1, **{u'c': 3})); t('apply', lambda: apply(C, (), d)); t('dict', lambda: dict({'z': 1}, **{u'y': 2}))
t('zip', lambda: dict(itertools.izip(d.iterkeys(), d.itervalues())) == d); t('mod', lambda: setattr(types.ModuleType('m'), u'x', 1)); t('cls', lambda: setattr(C, u'attr', 5)); t('cls2', lambda: (C.attr, C().attr, getattr(C, u'attr'), C.__dict__[u'attr'], u'attr' in C.__dict__))
t('slots', lambda: type('S', (object,), {'__slots__': [u'a']})); t('slots2', lambda: type('S', (object,), {'__slots__': ['a', u'b']})().a)
t('od', lambda: collections.OrderedDict(d) == d); t('cnt', lambda: collections.Counter(d['tags'])); t('dd', lambda: collections.defaultdict(list, **d)['tags']); t('attrg', lambda: operator.attrgetter(u'name')(C(**d))); t('methc', lambda: operator.methodcaller(u'upper')('a')); t('itemg', lambda: operator.itemgetter(u'name')(d))
def f(q, **kw): q.put(sorted((str(k), v) for k, v in kw.items()))
if __name__ == '__main__':
    q = multiprocessing.Queue(); pr = multiprocessing.Process(target=f, args=(q,), kwargs=d); pr.start(); t('mp', lambda: q.get()); pr.join()
    pool = multiprocessing.Pool(2); t('pool', lambda: pool.apply(C, (), d)); t('map', lambda: pool.map(json.dumps, [d])[0] == json.dumps(d)); m = multiprocessing.Manager(); t('mdict', lambda: sorted(m.dict(**d).values())); ns = m.Namespace(**d); t('ns', lambda: ns.name); md = m.dict(); md[u'k'] = d; t('md', lambda: md['k']['name'])
    r = pool.apply_async(C, kwds=d); t('async', lambda: r.get())
    pool.close()
    pool = multiprocessing.Pool(1)
    for call, a in ((json.dumps, [1]), (json.loads, '[1]'), (os.path.join, 'a'), (string.upper, 'a')):
        t(call.__name__, lambda: pool.map(call, [a]))
    pool.close()
