"""Workers that have had nothing to do are processes like any other: signals reach them."""
import concurrent.futures
import multiprocessing
import os
import signal


def wait_for_end(process):
    process.join(10)
    return process.exitcode


if __name__ == '__main__':
    pool = multiprocessing.Pool(2)
    workers = list(pool._pool)
    for worker in workers:
        os.kill(worker.pid, 0)
        os.kill(worker.pid, signal.SIGCONT)
        print(worker.is_alive(), worker.exitcode)
    print(pool.map(abs, range(-3, 0)))
    pool.terminate()
    pool.join()
    for worker in workers:
        try:
            os.kill(worker.pid, 0)
        except ProcessLookupError as error:
            print(error)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pool = multiprocessing.Pool(2)
    for worker in pool._pool:
        os.kill(worker.pid, signal.SIGINT)
    print(pool.map(abs, range(-3, 0)), [worker.exitcode for worker in pool._pool])
    pool.close()
    pool.join()

    with concurrent.futures.ProcessPoolExecutor(2) as executor:
        print(executor.submit(abs, -2).result())
        for pid in executor._processes:
            os.kill(pid, 0)
        print(sorted(executor.map(abs, [-2, -1])))
    executor = concurrent.futures.ProcessPoolExecutor(2)
    print(executor.submit(abs, -2).result())
    pid, process = list(executor._processes.items())[0]
    os.kill(pid, signal.SIGKILL)
    print(wait_for_end(process))
    try:
        print(executor.submit(abs, -2).result())
    except concurrent.futures.BrokenExecutor as error:
        print(type(error).__name__)
    executor.shutdown()
