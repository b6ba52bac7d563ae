"""The fork server as a process: its children's parent, what signals do to it, and its being started again."""
import multiprocessing as mp
import os
import signal
import time
from multiprocessing import forkserver


def parents(_):
    return os.getppid(), mp.parent_process().pid, forkserver.get_inherited_fds() is None


def nested(pipe):
    inner = mp.Process(target=lone, args=(pipe,))
    inner.start()
    inner.join()
    pipe.send((os.getppid(), forkserver._forkserver._forkserver_pid is None))


def lone(pipe):
    pipe.send((os.getppid(), mp.parent_process().pid == os.getppid()))


def refused(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


def main():
    mp.set_start_method("forkserver")
    server = forkserver._forkserver
    print(server._forkserver_pid, forkserver.get_inherited_fds())
    with mp.Pool(2) as pool:
        found = set(tuple(row[:2]) for row in pool.map(parents, range(6)))
    first = server._forkserver_pid
    print(found == {(first, os.getpid())}, first != os.getpid())

    os.kill(first, signal.SIGINT)
    server.ensure_running()
    print(server._forkserver_pid == first, os.waitpid(first, os.WNOHANG))
    os.kill(first, signal.SIGKILL)
    time.sleep(0.2)
    mine, theirs = mp.Pipe()
    process = mp.Process(target=lone, args=(theirs,))
    process.start()
    second = server._forkserver_pid
    process.join()
    print(second != first, mine.recv() == (second, False), process.exitcode)
    print([kind.__module__ for kind in type(process._popen).__mro__])

    process = mp.Process(target=nested, args=(theirs,))
    process.start()
    process.join()
    inner, outer = mine.recv(), mine.recv()
    print(inner[0] not in (second, os.getpid()), inner[1], outer == (second, False))

    server._stop()
    print(server._forkserver_pid)
    refused(lambda: os.waitpid(second, 0))
    refused(lambda: mp.set_forkserver_preload([1]))
    refused(lambda: server.set_forkserver_preload(["os", 2]))
    mp.set_forkserver_preload(["json"])
    print(server._preload_modules)
    process = mp.Process(target=lone, args=(theirs,))
    process.start()
    process.join()
    print(mine.recv() == (server._forkserver_pid, False))


if __name__ == "__main__":
    main()
