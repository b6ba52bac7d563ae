# pymp: python=2,3
# An exception that one thread has raised in another (PyThreadState_SetAsyncExc), the way in which programs end threads.
from __future__ import print_function
import ctypes
import inspect
import threading
import time


def raise_in(ident, error):
    if not inspect.isclass(error):
        raise TypeError('Only types can be raised (not instances)')
    count = ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_long(ident), ctypes.py_object(error))
    if count == 0:
        raise ValueError('invalid thread id')
    if count != 1:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ident, None)
        raise SystemError('PyThreadState_SetAsyncExc failed')


class Stopped(Exception):
    def __init__(self):
        Exception.__init__(self, 'made anew')


class Killable(threading.Thread):
    def ident_of_it(self):
        for ident, thread in threading._active.items():
            if thread is self:
                return ident

    def terminate(self, error=SystemExit):
        raise_in(self.ident_of_it(), error)


events = []


def sleeper():
    try:
        while True:
            time.sleep(.01)
    finally:
        events.append('cleaned up')


def counter():
    n = 0
    try:
        while True:
            n += 1
    except Stopped as error:
        events.append(str(error))
        time.sleep(.01)
        events.append('went on')


def deaf():
    try:
        time.sleep(.3)
        for n in range(10 ** 5):
            pass
    except Stopped:
        events.append('after the wait')


def main():
    for target in (sleeper, counter):
        thread = Killable(target=target)
        thread.start()
        time.sleep(.05)
        thread.terminate(SystemExit if target is sleeper else Stopped)
        thread.join()
        print(thread.is_alive(), events)
    try:
        raise_in(thread.ident, SystemExit)
    except ValueError as error:
        print(error)
    # One that waits hears of it when that is over.
    thread = Killable(target=deaf)
    thread.start()
    time.sleep(.02)
    thread.terminate(Stopped)
    events.append('said')
    thread.join()
    print(events)
    # Taken back in time.
    thread = Killable(target=time.sleep, args=(.2,))
    thread.start()
    time.sleep(.05)
    thread.terminate(Stopped)
    print(ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), None))
    thread.join()
    # In the main thread, by itself and by another one.
    me = threading.current_thread().ident
    for from_outside in (False, True):
        try:
            if from_outside:
                other = threading.Thread(target=raise_in, args=(me, Stopped))
                other.start()
                other.join()
            else:
                raise_in(me, Stopped)
            for n in range(10 ** 7):
                pass
            print('not raised')
        except Stopped as error:
            print('main', error)
    api = ctypes.pythonapi.PyThreadState_SetAsyncExc
    for arguments in ((me, Stopped), (1.5, None), (me, ctypes.py_object(Stopped)), (12345, ctypes.py_object(Stopped))):
        try:
            print(api(*arguments))
        except ctypes.ArgumentError as error:
            print('ArgumentError')
    api.argtypes = [ctypes.c_long, ctypes.py_object]
    print(api(12345, Stopped), api.restype is ctypes.c_int, len(api.argtypes))
    reference = ctypes.py_object(int)
    print(reference.value is int, ctypes.py_object())
    try:
        ctypes.py_object().value
    except ValueError as error:
        print(error)


if __name__ == '__main__':
    main()
