# Endless recursion in a thread raises; a thread shows its exception although sys.stderr is gone; the main thread of a fork has its parent's ident.
import io
import os
import sys
import threading


def recurse():
    return recurse()


def outer():
    try:
        recurse()
    except RecursionError as error:
        print(type(error).__name__)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def failing():
    sys.stderr = None
    1 / 0


def main():
    thread = threading.Thread(target=outer)
    thread.start()
    thread.join()
    thread = threading.Thread(target=lambda: print(depth(300), depth(700)))
    thread.start()
    thread.join()

    kept, sys.stderr = sys.stderr, io.StringIO()
    stream = sys.stderr
    thread = threading.Thread(target=failing, name='failing')
    thread.start()
    thread.join()
    sys.stderr = kept
    print(stream.getvalue().splitlines()[0])

    ident = threading.get_ident()
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        print(threading.get_ident() == ident, threading.main_thread().ident == ident, threading.current_thread().name)
        sys.stdout.flush()
        os._exit(0)
    os.waitpid(pid, 0)
    print(threading.get_ident() == ident)


main()
