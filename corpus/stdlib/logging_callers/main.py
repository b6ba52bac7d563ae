"""Where log messages say that they come from."""
import logging, sys
logging.basicConfig(stream=sys.stdout, format='%(filename)s:%(lineno)d %(funcName)s %(message)s %(stack_info)s', level=logging.INFO)
log = logging.getLogger('a')
def f(): log.info('x')
class C:
    def m(self, **k): log.warning('y', **k)
def outer(): C().m(stacklevel=2)
f(); C().m(); outer(); C().m(stacklevel=99)
logging.info('root')
exec("log.info('in exec')")
(lambda: log.error('lambda'))()
print([log.info('listcomp') for i in range(1)])
C().m(stack_info=True)
class L(logging.Logger):
    def info(self, *a): super().info(*a)
l = L('z'); l.addHandler(logging.getLogger().handlers[0]); l.info('sub')
import threading
t = threading.Thread(target=f); t.start(); t.join()
def gen():
    log.info('gen'); yield 1
list(gen())
sorted([2, 1], key=lambda x: log.info('key') or x)
old = logging._srcfile
def wrapper(m): log.info(m)
logging._srcfile = __file__
log.info('moved')
logging._srcfile = None
log.info('none')
print(log.findCaller()[1:], log.findCaller(stack_info=True)[3].splitlines()[0], log.findCaller(False, 2)[1:])
