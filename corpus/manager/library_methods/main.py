# pymp: python=3
"""Methods of managers and executors as inspect sees them, and their errors."""
import multiprocessing as mp, inspect
from multiprocessing.managers import BaseManager, SyncManager, BaseProxy, DictProxy, Server, Token, Namespace
import multiprocessing.pool, multiprocessing.managers, concurrent.futures.process as cf
for f in (BaseManager.start, BaseManager.register, BaseProxy._callmethod, mp.pool.Pool.map, cf.ProcessPoolExecutor.submit,
          cf.ProcessPoolExecutor.map, mp.Process._Popen):
    print(f.__name__, f.__qualname__, f.__module__, inspect.signature(f))
print(inspect.isfunction(BaseManager.connect), inspect.ismethod(BaseManager.register))
print(inspect.getsource(BaseManager.register).split('\n')[1].strip(), inspect.getsource(BaseManager).split('\n')[0], inspect.getdoc(BaseManager))
for c in (BaseManager, SyncManager, Server, Token, Namespace, DictProxy):
    try: print(c.__doc__, c.__module__, inspect.getsource(c).split('\n')[0])
    except Exception as e: print(type(e), e)


class M(BaseManager):
    pass


for c in (M, BaseManager):
    try: c.register()
    except TypeError as e: print(e)
    try: c.register('a',1,2,3,4,5,6,7,8)
    except TypeError as e: print(e)
    try: c.register('a',foo=3)
