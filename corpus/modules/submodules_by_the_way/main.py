# pymp: python=2,3
"""Submodules of the package that are there without an import of their own, because something else has imported them: in the process and in its children."""
import multiprocessing as mp
import sys

NAMES = 'util process context reduction synchronize queues connection pool popen_fork spawn shared_memory resource_tracker dummy'.split()


def shown():
    return ' '.join(name for name in NAMES if hasattr(mp, name))


def end(*args):
    sys.stdout.write(' '.join(args) + '\n')
    sys.stdout.flush()


def tell(depth):
    mp.util.Finalize(None, end, args=('finalized at depth', str(depth)), exitpriority=1)
    end('child', str(depth), shown())
    if depth:
        child = mp.Process(target=tell, args=(depth - 1,))
        child.start()
        child.join()


def run(depth):
    child = mp.Process(target=tell, args=(depth,))
    child.start()
    child.join()


def wait_for(queue):
    if sys.version_info[0] == 3:
        end(str(len(mp.connection.wait([queue._reader]))))
    end(str(queue.get()))


if __name__ == '__main__':
    end('at first', shown())
    lock = mp.Lock()
    end('lock', shown())
    run(1)
    queue = mp.Queue()
    end('queue', shown())
    queue.put('sent')
    child = mp.Process(target=wait_for, args=(queue,))
    child.start()
    child.join()
    run(1)
    pool = mp.Pool(1)
    end(pool.apply(shown))
    pool.terminate()
    manager = mp.Manager()
    if sys.version_info[0] == 3:
        end('manager', shown())
    run(0)
