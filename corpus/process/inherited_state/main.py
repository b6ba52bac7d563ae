"""What a forked child finds: loggers, caches, modules, iterators, environment, children of its own."""
import multiprocessing as mp, os, sys, time, random, logging, functools, threading, collections, enum, dataclasses, json, re, abc, contextlib, itertools, string, math
import helper_mod
from helper_mod import Thing, work as hw
logging.basicConfig(level=logging.INFO, format='%(levelname)s %(name)s %(message)s', stream=sys.stdout)
log = logging.getLogger('app')
log.setLevel(logging.DEBUG)
random.seed(42)
random.random()
class Color(enum.Enum):
    RED = 1
    BLUE = 'b'
@dataclasses.dataclass
class Pt:
    x: int
    y: float = 2.5
    tags: list = dataclasses.field(default_factory=list)
class Base(abc.ABC):
    @abc.abstractmethod
    def run(self): ...
class Impl(Base):
    def run(self): return 'impl'
cache = {Thing(1): 'one', (Thing(2), 3): 'two', frozenset([1, 2]): 'fs'}
pat = re.compile(r'(\d+)')
part = functools.partial(hw, 5)
@functools.lru_cache(maxsize=None)
def cached(n): return n * 2
cached(3)
@contextlib.contextmanager
def ctx():
    yield 'ctx'
lock = threading.Lock()
stack = [1]
stack.append(stack)
def gen():
    yield 1
running = gen()
next(running)
def t1():
    log.debug('dbg'); logging.info('root info'); logging.getLogger('other').warning('w')
    print(0 <= random.random() < 1, random.Random(5).random())
def t2():
    print(Color.RED, Color('b') is Color.BLUE, list(Color), Pt(1), Pt(2, tags=[1]) == Pt(2, 2.5, [1]), Impl().run(), isinstance(Impl(), Base))
    try: Base()
    except TypeError as e: print(e)
    print(cache[Thing(1)], cache[(Thing(2), 3)], cache[frozenset([2, 1])])
    print(pat.findall('a1b22'), part(), helper_mod.state, helper_mod._private, cached(3), cached.cache_info())
    with ctx() as c: print(c)
    with lock: print('locked')
    print(stack[1] is stack, os.getcwd() == cwd, json.dumps({'a': [1]}), collections.Counter('aab'), string.digits)
def t4(depth):
    print('depth', depth, mp.current_process().name)
    if depth:
        p = mp.Process(target=t4, args=(depth - 1,)); p.start(); p.join()
def t5():
    import helper_mod as h
    print(h.COUNT, h.state, sys.modules['helper_mod'] is h, getattr(h, 'COU' + 'NT'), globals()['cwd'] == cwd)
def t6():
    print(eval('cwd') == cwd, sorted(k for k in globals() if k.startswith('t'))[:3])
cwd = os.getcwd()
os.environ['MY_VAR'] = 'set'
def t7(): print(os.environ['MY_VAR'], os.environ.get('HOME') is not None, sys.argv[1:], __name__, os.path.basename(__file__))
it = iter([1, 2, 3]); next(it)
z = zip([1, 2], 'ab'); cnt = itertools.count(5); next(cnt)
def t8(): print(list(it), list(z), next(cnt), math.floor(2.5))
if __name__ == '__main__':
    hw(7)
    for t in (t1, t2, t5, t6, t7, t8):
        p = mp.Process(target=t); p.start(); p.join(); print(t.__name__, p.exitcode)
    p = mp.Process(target=t4, args=(2,)); p.start(); p.join()
    print(random.random(), helper_mod.state, list(it))
    log.info('done')
