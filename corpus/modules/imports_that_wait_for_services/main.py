# pymp: python=3
# Modules for signals, sockets, programs and event loops are there as if they had run when they were imported, also in spawned processes.
import asyncio
import multiprocessing
import platform
import queue
import signal
import socket
import subprocess
import sys
import zipfile


def child(q):
    q.put(socket.AF_INET.name)


class Fake(socket.socket):
    pass


def changed():
    kept = socket.socket
    socket.socket = Fake
    try:
        # What is imported by now has seen the old one, what is asked later the new one.
        print(socket.socketpair()[0].__class__.__name__, asyncio.trsock.socket.socket is Fake)
    finally:
        socket.socket = kept


async def main():
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, lambda: type(loop).__mro__[-2].__name__)


if __name__ == '__main__':
    print([name in sys.modules for name in ('asyncio', 'queue', 'concurrent.futures', '_queue')])
    changed()
    print(signal.Signals(2), signal.SIGINT.name, repr(signal.Handlers.SIG_DFL))
    print(type(socket).__name__, socket.__name__, isinstance(queue.Empty(), Exception), zipfile.ZIP_STORED)
    print(asyncio.run(main()), subprocess.PIPE, platform.python_version_tuple()[0])
    print(issubclass(asyncio.TimeoutError, OSError), issubclass(socket.gaierror, OSError))
    context = multiprocessing.get_context('spawn')
    q = context.Queue()
    p = context.Process(target=child, args=(q,))
    p.start()
    print(q.get())
    p.join()
