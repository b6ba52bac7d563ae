"""What pools and processes are made of, as programs find it by vars() and by its name."""
import multiprocessing as mp
import multiprocessing.pool


def kinds(found, *without):
    return sorted((name, type(value).__name__) for name, value in vars(found).items() if name not in without)


def main():
    pool = mp.Pool(2)
    print(kinds(pool, '_cache'))
    print(pool._processes, len(pool._pool), pool._maxtasksperchild, pool._initializer, pool._initargs)
    print(pool._inqueue._reader.poll(), pool._outqueue._reader.poll(), pool._taskqueue.qsize(), dict(pool._cache))
    print(pool._wrap_exception, pool._worker_handler.is_alive(), pool._state == mp.pool.RUN)
    print(pool.map(abs, [-1, -2]))
    pool._processes = 3
    print(pool._processes, vars(pool)['_processes'])
    pool._processes = 2
    pool.close()
    print(pool._state, mp.pool.CLOSE, mp.pool.TERMINATE)
    pool.join()
    threads = mp.pool.ThreadPool(2)
    print(threads._processes, threads._state, threads.map(abs, [-3]))
    threads.close()
    threads.join()
    process = mp.Process(target=print, args=('in it',), name='one')
    print(sorted(vars(process)))
    process.start()
    popen = process._popen
    print(sorted(vars(popen)), popen.pid == process.pid, popen.sentinel == process.sentinel)
    process.join()
    print(popen.returncode, sorted(vars(process)))


if __name__ == '__main__':
    main()
