"""The functions of thread for a program that has only one thread: what is started is run at once."""

import traceback as _traceback

__all__ = ['error', 'start_new_thread', 'exit', 'get_ident', 'allocate_lock', 'interrupt_main', 'LockType']


class error(Exception):
    """What locks raise."""


class LockType(object):
    """A lock that nobody else can hold."""

    def __init__(self):
        self.locked_status = False

    def acquire(self, waitflag=None):
        if waitflag is None or waitflag:
            self.locked_status = True
            return True
        if self.locked_status:
            return False
        self.locked_status = True
        return True

    __enter__ = acquire

    def __exit__(self, kind, value, trace):
        self.release()

    def release(self):
        if not self.locked_status:
            raise error
        self.locked_status = False
        return True

    def locked(self):
        return self.locked_status


_interrupted = False
_in_main = True


def start_new_thread(function, args, kwargs={}):
    """Runs the function; what it raises is printed, and a KeyboardInterrupt that it asked for comes after it."""
    global _interrupted, _in_main
    if type(args) != type(tuple()):
        raise TypeError('2nd arg must be a tuple')
    if type(kwargs) != type(dict()):
        raise TypeError('3rd arg must be a dict')
    _in_main = False
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except:
        _traceback.print_exc()
    _in_main = True
    if _interrupted:
        _interrupted = False
        raise KeyboardInterrupt


def exit():
    raise SystemExit


def get_ident():
    return -1


def allocate_lock():
    return LockType()


def stack_size(size=None):
    if size is not None:
        raise error('setting thread stack size not supported')
    return 0


def interrupt_main():
    global _interrupted
    if _in_main:
        raise KeyboardInterrupt
    _interrupted = True
