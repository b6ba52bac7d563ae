# pymp: python=2
import random
import warnings; warnings.simplefilter("ignore")
def t(f, *a, **k):
    try: print repr(f(*a, **k)),
    except Exception as e: print type(e), e,
for s in (1, 'abc', 2.5, -7, 10**30, (1, 2), u'x', None.__class__):
    if s is not None.__class__: random.seed(s)
    else: random.seed(99)
    for k in range(3):
        t(random.random); t(random.randint, 1, 6); t(random.randrange, 10); t(random.randrange, 5, 100, 7); t(random.randrange, 100, 5, -7); t(random.randrange, 2**60); t(random.randrange, 3, 2**70, 3); t(random.choice, 'abcdef'); t(random.choice, range(9))
        l = range(12); random.shuffle(l); print l,
        l = list('abc'); random.shuffle(l, random.random); print l,
        t(random.sample, range(10), 4); t(random.sample, xrange(1000), 5); t(random.sample, range(100), 40); t(random.sample, set(range(50)), 3); t(random.sample, {1:2, 3:4}, 1); t(random.sample, 'abc', 0)
        t(random.uniform, 1, 5); t(random.uniform, 5.5, -1); t(random.triangular); t(random.triangular, 1, 5, 2); t(random.triangular, 1, 1, 1); pass
        t(random.gauss, 0, 1); t(random.normalvariate, 3, 2); t(random.lognormvariate, 0, 0.5); t(random.expovariate, 1.5); t(random.vonmisesvariate, 1, 4); t(random.vonmisesvariate, 0, 1e-9); t(random.gammavariate, 2.5, 1); t(random.gammavariate, 0.5, 2); t(random.gammavariate, 1, 2); t(random.betavariate, 2, 3); t(random.paretovariate, 3); t(random.getrandbits, 70); t(random.getrandbits, 3)
        print
    st = random.getstate(); print st[0], len(st[1]), st[2], hash(st[1][:5]), type(st[1][0]); a = random.random(); random.gauss(0, 1); random.setstate(st); print a == random.random(); random.jumpahead(5); t(random.random); print
for f, a in ((random.randrange, ()), (random.randrange, (0,)), (random.randrange, (1.5,)), (random.randrange, (1, 1)), (random.randrange, (1, 5.5)), (random.randrange, (1, 5, 0)), (random.randrange, (1, 5, 1.5)), (random.randrange, (5, 1, 2)), (random.randrange, (3.0,)), (random.randint, (5, 1)), (random.choice, ([],)), (random.sample, ([1], 2)), (random.sample, ([1], -1)), (random.sample, (5, 1)), (random.setstate, ((9, 1, 2),)), (random.setstate, ((3, (1,), None),)), (random.getrandbits, (0,)), (random.gammavariate, (0, 1)), (random.expovariate, ()), (random.gauss, ()), (random.shuffle, ((1, 2, 3),)), (random.uniform, (1,)), (random.randint, (1,)), (random.randrange, (5, None)), (random.jumpahead, ('a',))): t(f, *a); print
w = random.WichmannHill(5); print w.random(), w.randint(1, 100), w.getstate(), w.gauss(0, 1); w.jumpahead(10); print w.random(); w.whseed('x'); print w.random(), w.getstate(); w._seed = (4, 5, 6); print w.randrange(2**60); w.seed('abc'); print w.random(); t(w.setstate, (3, 1, 2)); t(w.jumpahead, -1); w.setstate((1, (1, 2, 3), None)); print w.sample(range(50), 6)
print random.WichmannHill(10**20).random()
r = random.SystemRandom(); print 0 <= r.random() < 1, r.getrandbits(5) < 32, r.seed(4), r.jumpahead(3); t(r.getstate); t(r.setstate, 1); t(r.getrandbits, 0); t(r.getrandbits, 2.5); print 0 <= r.randrange(2**80) < 2**80
class R(random.Random):
    def random(self): return 0.25
print R().randrange(2**60), R().choice('abcd'), R().getrandbits(5) < 32
class Q(random.Random):
    def random(self): return 0.25
    def getrandbits(self, k): return 5
print Q().randrange(2**60)
import pickle, copy
a = random.Random(3); b = pickle.loads(pickle.dumps(a)); c = copy.deepcopy(a); print a.random() == b.random() == c.random(), type(b), random.Random.VERSION, random.NV_MAGICCONST, random.LOG4, random.SG_MAGICCONST, random.TWOPI, random.BPF, random.RECIP_BPF
print sorted(n for n in dir(random) if n[0] != '_')
