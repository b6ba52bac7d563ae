# Frames of a main program that is also imported: by a spawned child, and by itself.
import multiprocessing as mp
import os
import signal
import sys
import time


def name():
    frame = sys._getframe()
    return frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_globals['__name__']


def handler(signum, frame):
    print('interrupted', frame.f_code.co_name, frame.f_globals['__name__'], flush=True)


def child():
    print(name(), flush=True)
    signal.signal(signal.SIGUSR1, handler)
    os.kill(os.getpid(), signal.SIGUSR1)
    time.sleep(.01)


if __name__ == '__main__':
    child()
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    import main
    print(main.name(), name())
    for method in ('fork', 'spawn', 'forkserver'):
        process = mp.get_context(method).Process(target=child)
        process.start()
        process.join()
        print(process.exitcode, flush=True)
