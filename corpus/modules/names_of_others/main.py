# pymp: python=3
"""What programs take from the modules of the package although it is not theirs, or not for everybody."""
import multiprocessing as mp
import multiprocessing.connection
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.process
import multiprocessing.queues
import multiprocessing.reduction
import multiprocessing.sharedctypes
import multiprocessing.spawn
import multiprocessing.synchronize
import multiprocessing.util
import concurrent.futures.process
from concurrent.futures.process import _ExceptionWithTraceback, _ResultItem, _WorkItem
from multiprocessing.connection import BufferTooShort
from multiprocessing.managers import ProcessError, get_context, shared_memory
from multiprocessing.pool import ExceptionWithTraceback, mapstar, starmapstar
from multiprocessing.queues import Finalize, debug, info, is_exiting, register_after_fork
from multiprocessing.reduction import AbstractReducer, ForkingPickler
from multiprocessing.spawn import get_start_method, set_start_method

MODULES = {
    mp.connection: 'os sys time util socket struct selectors reduction',
    mp.managers: 'array os sys threading time types connection pool process util',
    mp.pool: 'collections itertools os queue threading time traceback util',
    mp.process: 'itertools os signal sys threading',
    mp.queues: 'collections os sys threading time weakref connection context',
    mp.reduction: 'copyreg functools io os pickle context',
    mp.synchronize: 'sys tempfile threading time context process util',
    mp.util: 'atexit itertools os sys threading weakref process',
    mp.sharedctypes: 'ctypes weakref heap reduction',
    mp.spawn: 'os sys types runpy process util reduction',
    concurrent.futures.process: 'os queue sys threading weakref mp multiprocessing _base itertools',
}


class Pickler2(ForkingPickler):
    @classmethod
    def dumps(cls, obj, protocol=2):
        return ForkingPickler.dumps(obj, protocol)


def dump(obj, file, protocol=2):
    Pickler2(file, protocol).dump(obj)


class Reducer(AbstractReducer):
    ForkingPickler = Pickler2
    register = Pickler2.register
    dump = dump


def double(x):
    return x * 2


def twice(batch):
    function, items = batch
    return [function(item) for item in items]


class Counted(mp.pool.Pool):
    def starmap_calls(self, function, calls):
        return self._map_async(function, calls, starmapstar, 2).get()


def queue_names():
    print(mp.queues.Finalize is mp.util.Finalize, mp.queues.debug is mp.util.debug, is_exiting())
    print(BufferTooShort is mp.BufferTooShort, ProcessError is mp.ProcessError)
    print(get_context().get_start_method() == get_start_method(), shared_memory.SharedMemory.__name__)


def inside():
    print(mp.process._current_process is mp.current_process(), mp.process._parent_process, type(mp.queues._sentinel))
    first, second = mp.Pipe(False)
    second._send_bytes(b'bytes')
    print(first._recv_bytes().getvalue(), first._readable, first._writable, second._writable)
    for check in second._check_readable, first._check_writable:
        try:
            check()
        except OSError as error:
            print(error)
    first.close()
    try:
        first._check_closed()
    except OSError as error:
        print(error)
    memory = shared_memory.SharedMemory(create=True, size=10)
    print(memory._size >= 10, memory._buf is memory.buf, oct(memory._mode), memory._track)
    memory.close()
    memory.unlink()


def main():
    for module, names in MODULES.items():
        print(module.__name__, [getattr(module, name).__name__ for name in names.split()])
    queue_names()
    context = mp.get_context()
    context.reducer = Reducer()
    print(type(context.reducer).__name__, bytes(Pickler2.dumps([1])[:2]), AbstractReducer.__module__)
    with Counted(2) as pool:
        print(pool.map(double, range(4)))
        print(pool._map_async(double, range(5), mapstar).get())
        print(pool.starmap_calls(pow, [(2, 3), (3, 2), (4, 1)]))
        print(pool._map_async(double, range(5), twice, 2).get())
    wrapped = ExceptionWithTraceback(ValueError('bad'), None)
    print(type(wrapped.exc).__name__, ExceptionWithTraceback.__module__, _WorkItem.__module__)
    print(_ResultItem(7, result=8).work_id, _ExceptionWithTraceback(KeyError('k'), None).exc)
    inside()
    for name in 'SystemExit', 'nothing':
        try:
            getattr(mp.pool, name)
        except AttributeError as error:
            print(error)


if __name__ == '__main__':
    main()
