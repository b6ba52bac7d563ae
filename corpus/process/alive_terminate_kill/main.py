"""is_alive, terminate, kill, join with a timeout, active_children."""
import multiprocessing
import signal
import time


def sleeper():
    time.sleep(30)


def stubborn(ready):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    time.sleep(30)


if __name__ == '__main__':
    print(multiprocessing.active_children())
    a = multiprocessing.Process(target=sleeper, name='a')
    b = multiprocessing.Process(target=sleeper, name='b')
    a.start()
    b.start()
    print(sorted(p.name for p in multiprocessing.active_children()), a.is_alive(), a.exitcode)
    before = time.time()
    print(a.join(0.1), a.is_alive(), 0.09 < time.time() - before < 5)
    a.terminate()
    a.join()
    print(a.is_alive(), a.exitcode, a.exitcode == -signal.SIGTERM)
    b.kill()
    b.join(5)
    print(b.is_alive(), b.exitcode, multiprocessing.active_children())
    ready = multiprocessing.Event()
    s = multiprocessing.Process(target=stubborn, args=(ready,))
    s.start()
    ready.wait()
    s.terminate()
    s.join(0.2)
    print('survived terminate:', s.is_alive())
    try:
        s.close()
    except ValueError as error:
        print(error)
    s.kill()
    s.join()
    print(s.exitcode)
    a.terminate()
    print('terminating twice is fine')
